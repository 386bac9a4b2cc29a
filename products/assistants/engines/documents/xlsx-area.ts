import sax from 'sax';
import type { DocumentLimits } from './limits.ts';
import { RefusedFile } from './refusal.ts';

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/**
 * Refuses a sheet whose used area is too large to be laid out: one cell in the last corner
 * would otherwise be a table of 17 billion cells.
 */
export function checkArea(sheet: Uint8Array, name: string, limits: DocumentLimits): void {
  let rows = 0;
  let columns = 0;
  const parser = sax.parser(true, { position: false });
  parser.onopentag = (tag) => {
    if (!/(^|:)c$/.test(tag.name)) return;
    const place = /^([A-Z]{1,3})(\d{1,7})$/.exec(String(tag.attributes['r'] ?? 'A1'));
    if (!place) throw new RefusedFile('broken', name);
    columns = Math.max(columns, columnOf(place[1] ?? 'A'));
    rows = Math.max(rows, Number(place[2]));
    if (rows * columns > limits.cells) throw new RefusedFile('too_large', `${rows} × ${columns} (${name})`);
  };
  parser.write(new TextDecoder().decode(sheet)).close();
}
