import { blockList } from './block-list.ts';
import type { Block } from './document.ts';
import type { DocumentLimits } from './limits.ts';
import { RefusedFile } from './refusal.ts';
import { textLines } from './text-lines.ts';

/** The sign that parts most of the first line: a Russian Excel writes semicolons. */
function separatorOf(text: string): string {
  const first = text.slice(0, 4000).split(/\r?\n/, 1)[0] ?? '';
  return [';', '\t', ','].reduce((a, b) => (first.split(b).length > first.split(a).length ? b : a));
}

/** Rows of a CSV file (RFC 4180, separator `;`, `,` or tab), each a table row with its cells. */
export function readCsv(text: string, limits: DocumentLimits): readonly Block[] {
  textLines(text, limits);
  const separator = separatorOf(text);
  const list = blockList(limits.textLength);
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let from = 1;
  let count = 0;
  const endRow = (): void => {
    cells.push(cell.trim());
    cell = '';
    count += cells.length;
    if (count > limits.cells) throw new RefusedFile('too_large', `${limits.cells} cells`);
    if (cells.some((value) => value !== ''))
      list.add({ kind: 'table-row', line: from, cells, text: cells.join(' | ') });
    cells = [];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === '\n') line += 1;
    if (quoted) {
      if (sign === '"' && text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (sign === separator) {
      cells.push(cell.trim());
      cell = '';
    } else if (sign === '\n') {
      endRow();
      from = line;
    } else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return list.blocks;
}
