import type { KnowledgeDocumentText } from '../../../contract/index.ts';

export type Block = KnowledgeDocumentText['blocks'][number];

/** A block with its place in its part. */
export interface PlacedBlock {
  readonly block: Block;
  readonly index: number;
}

/** Blocks that are shown as one: items as a list, rows as a table; others alone. */
export interface Run {
  readonly kind: Block['kind'];
  readonly blocks: readonly PlacedBlock[];
}

const joining: ReadonlySet<Block['kind']> = new Set(['list-item', 'table-row']);

/** Puts neighbours together that belong to one list or table. */
export function runsOf(blocks: readonly Block[]): readonly Run[] {
  const runs: { kind: Block['kind']; blocks: PlacedBlock[] }[] = [];
  for (const [index, block] of blocks.entries()) {
    const last = runs.at(-1);
    const fits = last !== undefined && last.kind === block.kind && joining.has(block.kind);
    if (fits) last.blocks.push({ block, index });
    else runs.push({ kind: block.kind, blocks: [{ block, index }] });
  }
  return runs;
}
