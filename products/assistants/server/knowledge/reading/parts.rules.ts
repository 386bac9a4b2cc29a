import type { Block } from '#products/assistants/engines/documents';
import type { DocumentPart, OutlineEntry, PartBlock } from './text-document.ts';

const partLength = 6_000;
const mostOutline = 2_000;

/** Blocks told in parts, and the part (one-based) of each block. */
export interface Parts {
  readonly parts: readonly DocumentPart[];
  readonly partOf: readonly number[];
}

function shown({ kind, level, text, cells, line }: Block): PartBlock {
  return {
    kind,
    text,
    ...(level === undefined ? {} : { level }),
    ...(cells === undefined ? {} : { cells }),
    ...(line === undefined ? {} : { line }),
  };
}

/** One part for each page; without pages, stretches that begin with a heading where one is near. */
export function partsOf(blocks: readonly Block[]): Parts {
  const parts: { page: number | null; blocks: PartBlock[]; length: number }[] = [];
  const partOf: number[] = [];
  for (const block of blocks) {
    const page = block.page ?? null;
    const last = parts.at(-1);
    const isFull =
      last !== undefined &&
      page === null &&
      (last.length > partLength || (last.length > partLength / 2 && block.kind === 'heading'));
    const into = last === undefined || last.page !== page || isFull ? { page, blocks: [], length: 0 } : last;
    if (into !== last) parts.push(into);
    into.blocks.push(shown(block));
    into.length += block.text.length;
    partOf.push(parts.length);
  }
  return { parts: parts.map((part) => ({ page: part.page, blocks: part.blocks })), partOf };
}

/** The headings with the parts they stand in. */
export function outlineOf(blocks: readonly Block[], partOf: readonly number[]): readonly OutlineEntry[] {
  return blocks
    .flatMap((block, index): OutlineEntry[] =>
      block.kind === 'heading'
        ? [
            {
              title: block.text.slice(0, 300),
              level: Math.min(6, Math.max(1, block.level ?? 1)),
              page: block.page ?? null,
              line: block.line ?? null,
              part: partOf[index] ?? 1,
            },
          ]
        : [],
    )
    .slice(0, mostOutline);
}
