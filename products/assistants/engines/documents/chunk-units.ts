import type { Block, BlockKind } from './document.ts';
import { sentences } from './sentences.ts';

/** The smallest piece a chunk is made of: a heading, a sentence, a row, a few lines of code. */
export interface Unit {
  readonly kind: BlockKind;
  readonly text: string;
  /** What stands between this unit and the one before. */
  readonly joint: string;
  readonly block: number;
  readonly section: number;
  readonly path: readonly string[];
  readonly page: number | undefined;
  readonly line: number | undefined;
  readonly lastLine: number | undefined;
  /** First row of the table a row belongs to. */
  readonly header: string | undefined;
}

/** Cuts at the last space before the limit; a text without spaces is cut hard. */
function bounded(text: string, limit: number): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > limit) {
    const window = text.slice(start, start + limit);
    const space = window.lastIndexOf(' ');
    let size = space > limit / 2 ? space + 1 : limit;
    // A letter outside the basic plane takes two units and stays whole.
    if (/[\ud800-\udbff]/.test(text[start + size - 1] ?? '')) size -= 1;
    parts.push(text.slice(start, start + size));
    start += size;
  }
  parts.push(text.slice(start));
  return parts;
}

function pieces(block: Block): readonly { text: string; joint: string; line: number }[] {
  if (block.kind === 'code')
    return block.text.split('\n').map((text, index) => ({ text, joint: '\n', line: index }));
  if (block.kind === 'paragraph' || block.kind === 'list-item') {
    let line = 0;
    let at = 0;
    return sentences(block.text).map((sentence, index) => {
      for (; at < sentence.start; at++) if (block.text.charCodeAt(at) === 10) line += 1;
      return { text: sentence.text, joint: index === 0 ? '\n' : ' ', line };
    });
  }
  return [{ text: block.text, joint: '\n', line: 0 }];
}

export function* chunkUnits(blocks: readonly Block[], target: number): Generator<Unit> {
  let section = 0;
  let header: string | undefined;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') section += 1;
    if (block.kind !== 'table-row') header = undefined;
    else header ??= block.text.length <= target / 4 ? block.text : '';
    const path = block.kind === 'heading' ? [...block.path, block.text] : block.path;
    for (const piece of pieces(block)) {
      const line = block.line === undefined ? undefined : block.line + piece.line;
      const breaks = (piece.text.match(/\n/g) ?? []).length;
      for (const [part, text] of bounded(piece.text, target).entries())
        yield {
          kind: block.kind,
          text,
          joint: part === 0 ? piece.joint : '',
          block: index,
          section,
          path,
          page: block.page,
          line,
          lastLine: line === undefined ? undefined : line + breaks,
          header: header === '' ? undefined : header,
        };
    }
  }
}
