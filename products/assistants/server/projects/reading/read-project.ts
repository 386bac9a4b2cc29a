import { gzipSync } from 'node:zlib';
import { groundOf } from '#products/assistants/engines/grounding';
import {
  codeUseOf,
  type FileTree,
  type LocalText,
  moduleTypeOf,
  readMetadata,
  type Summary,
  summaryOf,
  treeFromZip,
} from '#products/assistants/engines/metadata';
import { countPostings, type Postings } from '../../knowledge/terms/postings.rules.ts';
import { overlayTree, type ProjectFile } from './overlay-tree.ts';
import { readMethods } from './read-methods.rules.ts';

export interface ReadProjectInput {
  readonly name: string;
  readonly files: readonly {
    readonly name: string;
    readonly kind: 'archive' | 'module';
    readonly bytes: Uint8Array;
  }[];
}

export interface ReadModule {
  readonly path: string;
  readonly type: string;
  readonly owner: string;
  readonly lines: number;
  readonly methods: number;
  readonly text: string;
}

export interface ReadMethod {
  readonly no: number;
  readonly path: string;
  readonly owner: string;
  readonly name: string;
  readonly signature: string;
  readonly description: string;
  readonly exported: boolean;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly length: number;
}

export interface ReadProject {
  /** The graph as JSON, with gzip. */
  readonly graph: Uint8Array;
  /** What checks ask of it, as JSON with gzip. */
  readonly ground: Uint8Array;
  readonly summary: Summary;
  readonly modules: readonly ReadModule[];
  readonly methods: readonly ReadMethod[];
  readonly postings: Postings;
  readonly lines: number;
}

export type ReadProjectResult =
  | { readonly ok: true; readonly project: ReadProject }
  /** `file` is the upload that is at fault. */
  | { readonly ok: false; readonly file: string; readonly fault: LocalText };

const limits = { entries: 300_000, unpackedBytes: 4 * 1024 ** 3, fileBytes: 64 * 1024 ** 2, ratio: 500 };
const longestPath = 1_000;
const longestModule = 16 * 1024 ** 2;

/** PostgreSQL keeps no NUL and no lone surrogates. */
const kept = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** The text of a module; undefined for one that is protected, too long or no text. */
function moduleText(tree: FileTree, path: string): string | undefined {
  try {
    const bytes = tree.read(path);
    if (bytes.length > longestModule) return undefined;
    return kept(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Reads all files of a project into a graph and an index of its code. */
export function readProject(
  { name, files }: ReadProjectInput,
  onProgress: (share: number) => void = () => undefined,
): ReadProjectResult {
  const unpacked: ProjectFile[] = [];
  for (const file of files) {
    if (file.kind === 'module') {
      unpacked.push({ kind: 'module', path: file.name, bytes: file.bytes });
      continue;
    }
    const archive = treeFromZip(file.bytes, limits);
    if (!archive.ok) {
      const { message, entry } = archive.refusal;
      const tail = entry === '' ? '' : `: ${entry}`;
      return { ok: false, file: file.name, fault: { ru: message.ru + tail, en: message.en + tail } };
    }
    unpacked.push({ kind: 'archive', name: file.name, tree: archive.tree });
  }
  const tree = overlayTree(name, unpacked);
  const paths = tree.paths.filter((path) => /\.bsl$/iu.test(path) && path.length <= longestPath);
  const modules: ReadModule[] = [];
  const methods: (Omit<ReadMethod, 'length'> & { readonly text: string })[] = [];
  const uses = paths.flatMap((path, index) => {
    if (index % 50 === 0) onProgress((0.6 * index) / paths.length);
    const text = moduleText(tree, path);
    if (text === undefined) return [];
    const place = moduleTypeOf(path);
    const read = readMethods(text);
    modules.push({
      path,
      type: place.type,
      owner: place.owner,
      lines: read.lines,
      methods: read.methods.length,
      text,
    });
    for (const { commentLine: _comment, ...method } of read.methods)
      methods.push({ ...method, no: methods.length, path, owner: place.owner });
    return [codeUseOf(path, text)];
  });
  onProgress(0.6);
  const result = readMetadata(tree, { uses });
  if (!result.ok) return { ok: false, file: '', fault: result.fault.message };
  onProgress(0.8);
  const texts = new Map(modules.map(({ path, text }) => [path, text]));
  const ground = groundOf(result.graph, (path) => texts.get(path));
  const { postings, lengths } = countPostings(
    methods.map(({ no, text, owner, path }) => ({ no, content: text, above: [owner === '' ? path : owner] })),
  );
  onProgress(0.9);
  return {
    ok: true,
    project: {
      graph: gzipSync(JSON.stringify(result.graph)),
      ground: gzipSync(JSON.stringify(ground)),
      summary: summaryOf(result.graph),
      modules,
      methods: methods.map(({ text: _text, ...method }) => ({ ...method, length: lengths[method.no] ?? 0 })),
      postings,
      lines: modules.reduce((sum, { lines }) => sum + lines, 0),
    },
  };
}
