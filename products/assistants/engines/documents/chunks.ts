import { chunkUnits, type Unit } from './chunk-units.ts';
import type { Document } from './document.ts';

export interface ChunkOptions {
  /** Characters a chunk should hold; one unit that is longer is cut at a space. Default 1200. */
  readonly target?: number;
  /** Characters at the end of a chunk repeated at the start of the next of the same section. Default 150. */
  readonly overlap?: number;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A piece of a document for retrieval. */
export interface Chunk {
  readonly index: number;
  readonly text: string;
  /** Titles of the headings above, outermost first. */
  readonly path: readonly string[];
  readonly pages?: Range;
  readonly lines?: Range;
  /** Blocks of the document it was made from. */
  readonly blocks: Range;
}

function rangeOf(values: readonly (number | undefined)[]): Range | undefined {
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return undefined;
  return { from: known.reduce((a, b) => Math.min(a, b)), to: known.reduce((a, b) => Math.max(a, b)) };
}

function textOf(units: readonly Unit[]): string {
  return units.map((unit, index) => (index === 0 ? unit.text : unit.joint + unit.text)).join('');
}

function chunkOf(units: readonly Unit[], index: number): Chunk {
  const first = units[0];
  const header = first?.header !== undefined && first.header !== first.text ? `${first.header}\n` : '';
  const pages = rangeOf(units.map((unit) => unit.page));
  const lines = rangeOf(units.flatMap((unit) => [unit.line, unit.lastLine]));
  return {
    index,
    text: header + textOf(units),
    path: first?.path ?? [],
    blocks: rangeOf(units.map((unit) => unit.block)) ?? { from: 0, to: 0 },
    ...(pages && { pages }),
    ...(lines && { lines }),
  };
}

/** The last whole units that fit into `overlap` characters. */
function tail(units: readonly Unit[], overlap: number): Unit[] {
  const kept: Unit[] = [];
  let length = 0;
  for (let at = units.length - 1; at > 0; at--) {
    const unit = units[at];
    if (!unit || length + unit.text.length > overlap) break;
    length += unit.text.length;
    kept.unshift(unit);
  }
  return kept;
}

/**
 * Cuts a document along its structure: a chunk never crosses into another section, keeps sentences, table rows and
 * lines of code whole, and repeats a table's first row over rows cut from it. Sections shorter than a fifth of the
 * target are joined with what follows under the same parent.
 */
export function chunks(document: Document, options: ChunkOptions = {}): readonly Chunk[] {
  const target = Math.max(50, options.target ?? 1200);
  const overlap = Math.min(Math.max(0, options.overlap ?? 150), Math.floor(target / 2));
  const made: Chunk[] = [];
  let current: Unit[] = [];
  let length = 0;
  let fresh = 0;
  const close = (keep: number): void => {
    if (fresh > 0) made.push(chunkOf(current, made.length));
    current = keep > 0 ? tail(current, keep) : [];
    length = current.reduce((sum, unit) => sum + unit.text.length, 0);
    fresh = 0;
  };
  for (const unit of chunkUnits(document.blocks, target)) {
    const first = current[0];
    if (first && unit.section !== first.section) {
      const nested =
        unit.path.length > first.path.length ||
        first.path.length === 0 ||
        first.path.at(-2) === unit.path.at(-2);
      if (!(nested && length < target / 5 && length + unit.text.length <= target)) close(0);
    }
    if (current.length > 0 && length + unit.text.length > target)
      close(unit.kind === 'heading' ? 0 : overlap);
    current.push(unit);
    length += unit.text.length;
    fresh += 1;
  }
  close(0);
  return made;
}
