import readWorkbook from 'read-excel-file/universal';
import { blockList } from './block-list.ts';
import type { Block } from './document.ts';
import type { DocumentLimits } from './limits.ts';
import { type OfficePackage, repacked } from './office-package.ts';
import { RefusedFile } from './refusal.ts';
import { checkArea } from './xlsx-area.ts';

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  return String(value).replace(/\s+/g, ' ').trim();
}

/** Rows of each sheet as table rows under a heading with the sheet's name; `page` is the sheet's number. */
export async function readXlsx(source: OfficePackage, limits: DocumentLimits): Promise<readonly Block[]> {
  for (const [name, part] of source.parts)
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) checkArea(part, name, limits);
  const sheets = await readWorkbook(repacked(source)).catch((error: unknown) => {
    throw new RefusedFile('broken', error instanceof Error ? error.message.slice(0, 120) : 'xlsx');
  });
  const list = blockList(limits.textLength);
  let cellCount = 0;
  sheets.forEach(({ sheet, data }, index) => {
    list.add({ kind: 'heading', level: 1, text: sheet, page: index + 1 });
    data.forEach((row, rowIndex) => {
      const cells = row.map(shown);
      cellCount += cells.length;
      if (cellCount > limits.cells) throw new RefusedFile('too_large', `${limits.cells} cells`);
      while (cells.at(-1) === '') cells.pop();
      if (cells.length === 0) return;
      list.add({ kind: 'table-row', page: index + 1, line: rowIndex + 1, cells, text: cells.join(' | ') });
    });
  });
  return list.blocks;
}
