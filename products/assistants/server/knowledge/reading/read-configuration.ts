import type { Block } from '#products/assistants/engines/documents';
import {
  attributesOf,
  type FileTree,
  type MetadataGraph,
  type MetadataObject,
  readMetadata,
} from '#products/assistants/engines/metadata';
import { outlineOf, partsOf } from './parts.rules.ts';
import { readCodePassages } from './read-code.rules.ts';
import type { DocumentPart, OutlineEntry, Passage } from './text-document.ts';

export interface ReadConfiguration {
  readonly title: string;
  readonly parts: readonly DocumentPart[];
  readonly passages: readonly Passage[];
  readonly outline: readonly OutlineEntry[];
}

const synonymOf = ({ synonym }: Pick<MetadataObject, 'synonym'>): string => Object.values(synonym).join(', ');

function titleOf(object: MetadataObject): string {
  const synonym = synonymOf(object);
  return synonym === '' || synonym === object.name
    ? object.fullName.ru
    : `${object.fullName.ru} (${synonym})`;
}

/** An object as a heading and rows for its attributes. */
function blocksOf(graph: MetadataGraph, object: MetadataObject): readonly Block[] {
  const title = titleOf(object);
  const path = [title];
  const read = attributesOf(graph, object.fullName.en);
  const rows = read.ok
    ? [
        ...read.attributes
          .filter(({ part }) => part !== 'StandardAttribute')
          .map(({ names, type, synonym }) => [names.ru, Object.values(synonym).join(', '), type.ru]),
        ...read.tabularSections.flatMap((section) =>
          section.attributes
            .filter(({ part }) => part !== 'StandardAttribute')
            .map(({ names, type, synonym }) => [
              `${section.name}.${names.ru}`,
              Object.values(synonym).join(', '),
              type.ru,
            ]),
        ),
      ]
    : [];
  const values = read.ok ? read.values : [];
  return [
    { kind: 'heading', level: 2, text: title, path: [] },
    ...(object.comment === '' ? [] : [{ kind: 'paragraph', text: object.comment, path } as const]),
    { kind: 'paragraph', text: `${object.fullName.en}`, path },
    ...rows.map(
      (cells): Block => ({ kind: 'table-row', text: cells.filter(Boolean).join(' — '), cells, path }),
    ),
    ...(values.length === 0 ? [] : [{ kind: 'paragraph', text: values.join(', '), path } as const]),
  ];
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

/** An export of a configuration as a document: a section for each object, a passage for each method. */
export function readConfiguration(tree: FileTree): ReadConfiguration | undefined {
  const result = readMetadata(tree);
  if (!result.ok) return undefined;
  const { graph } = result;
  const perObject = graph.objects.map((object) => blocksOf(graph, object));
  const blocks = perObject.flat();
  const { parts, partOf } = partsOf(blocks);
  const starts: number[] = [];
  let at = 0;
  for (const own of perObject) {
    starts.push(at);
    at += own.length;
  }
  const about = perObject.map(
    (own, index): Passage => ({
      content: own.map(({ text }) => text).join('\n'),
      heading: [own[0]?.text ?? ''],
      page: null,
      lines: null,
      part: partOf[starts[index] ?? 0] ?? 1,
    }),
  );
  const modules = tree.paths.filter((path) => path.endsWith('.bsl'));
  const code = modules.map((path, index) => {
    const text = decode(tree.read(path));
    const part = parts.length + index + 1;
    const shown: DocumentPart = {
      page: null,
      blocks: [
        { kind: 'heading', level: 2, text: path },
        { kind: 'code', text, line: 1 },
      ],
    };
    return { shown, path, part, ...readCodePassages(text, [path], () => part) };
  });
  return {
    title: [graph.configuration.name, graph.configuration.version].filter(Boolean).join(' '),
    parts: [...parts, ...code.map(({ shown }) => shown)],
    passages: [...about, ...code.flatMap(({ passages }) => passages)],
    outline: [
      ...outlineOf(blocks, partOf),
      ...code.map(({ path, part }) => ({ title: path, level: 2, page: null, line: null, part })),
    ].slice(0, 2_000),
  };
}
