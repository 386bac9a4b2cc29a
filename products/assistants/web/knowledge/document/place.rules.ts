import type { KnowledgeDocumentText } from '../../../contract/index.ts';

/** A place that is not told by its part. One-based. */
export interface WantedPlace {
  readonly page: number | null;
  readonly line: number | null;
}

type Part = Pick<KnowledgeDocumentText, 'page' | 'blocks'>;

/** Where the place is, seen from a part: before it, in it or behind its first words; null when that cannot be said. */
function sideOf(part: Part, { page, line }: WantedPlace): 'before' | 'behind' | 'here' | null {
  if (page !== null && part.page !== null) {
    if (part.page === page) return 'here';
    return page < part.page ? 'before' : 'behind';
  }
  const first = part.blocks.find((block) => block.line !== null)?.line ?? null;
  if (line === null || first === null) return null;
  return line < first ? 'before' : 'behind';
}

/**
 * The part of a document a place stands in: the last one that does not begin behind it. Reads as few parts as it takes;
 * the first one when the document knows neither pages nor lines.
 */
export async function findPart(
  parts: number,
  place: WantedPlace,
  read: (part: number) => Promise<Part>,
): Promise<number> {
  let [from, to] = [1, Math.max(1, parts)];
  while (from < to) {
    const middle = from + Math.ceil((to - from) / 2);
    const side = sideOf(await read(middle), place);
    if (side === null) return 1;
    if (side === 'here') return middle;
    if (side === 'before') to = middle - 1;
    else from = middle;
  }
  return from;
}

/** The blocks of a part that stand at the lines, by their index. */
export function blocksAt(
  blocks: Part['blocks'],
  lines: readonly [first: number, last: number] | null,
): ReadonlySet<number> {
  if (lines === null) return new Set();
  const [first, last] = lines;
  const lined = blocks.flatMap(({ line }, index) => (line === null ? [] : [{ line, index }]));
  const inside = lined.filter(({ line }) => line >= first && line <= last);
  if (inside.length > 0) return new Set(inside.map(({ index }) => index));
  // The lines are within a block that begins above them.
  const above = lined.filter(({ line }) => line < first).at(-1);
  return new Set(above === undefined ? [] : [above.index]);
}
