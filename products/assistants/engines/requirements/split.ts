import { type Block, type Document, sentences } from '#products/assistants/engines/documents';
import type { SourcePosition } from './requirement.ts';

/** A candidate: one sentence, item or row, before it is known whether it is a requirement. */
export interface Candidate {
  readonly text: string;
  readonly number?: string;
  readonly source: SourcePosition;
}

const longest = 5000;
const numbering =
  /^\(?((?:[A-ZА-ЯЁ]{1,8}(?:[-–_.][A-ZА-ЯЁ]{1,6})*[-–_ ]?)\d{1,5}(?:\.\d{1,4})*|\d{1,3}(?:\.\d{1,3}){1,5}|\d{1,3}(?=[.)]))[.):]*\s+(?=\S)/u;
const bullet = /^(?:[-*•–—▪·●]|[a-zа-яё]\))\s+/iu;
const notANumber = /^(?:ГОСТ|ТОРГ|ФЗ|IP|ISO|TLS|HTTP|SHA|AES|UTF|КС|М)[-–_ ]?\d/;

export function withoutNumber(text: string): { text: string; number?: string } {
  const trimmed = text.trim();
  const found = notANumber.test(trimmed) ? null : numbering.exec(trimmed);
  if (found)
    return {
      text: trimmed.slice(found[0].length).replace(bullet, ''),
      number: (found[1] ?? '').replace(/\s/g, '-'),
    };
  return { text: trimmed.replace(bullet, '') };
}

function positionOf(block: Block, line: number | undefined): SourcePosition {
  return {
    path: block.path,
    ...(line !== undefined && { line }),
    ...(block.page !== undefined && { page: block.page }),
  };
}

/** Lines of the source at growing places of a block's text. */
function lineReader(block: Block): (offset: number) => number | undefined {
  let breaks = 0;
  let at = 0;
  return (offset) => {
    if (block.line === undefined) return undefined;
    for (; at < offset; at++) if (block.text.charCodeAt(at) === 10) breaks += 1;
    return block.line + breaks;
  };
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, longest);

/** Number of the nearest heading above that has one: `4.2`. */
function sectionNumber(block: Block): string | undefined {
  for (const title of [...block.path].reverse()) {
    const number = /^(\d{1,3}(?:\.\d{1,3})*)\.?\s/.exec(title)?.[1];
    if (number) return number;
  }
  return undefined;
}

interface TableColumns {
  readonly text: number;
  readonly number: number;
}

function columnsOf(cells: readonly string[]): TableColumns | undefined {
  const text = cells.findIndex(
    (cell) =>
      /требован|описан|формулир|текст|содержан|requirement|description|text/i.test(cell) &&
      cell.length < 60 &&
      !/^(?:№|код|id|номер)/i.test(cell),
  );
  if (text < 0) return undefined;
  return {
    text,
    number: cells.findIndex((cell) =>
      /^(?:№|код|id|номер|идентификатор|n|no\.?)(?:$|[\s.])/i.test(cell.trim()),
    ),
  };
}

function ofRow(block: Block, columns: TableColumns | undefined): Candidate {
  const cells = block.cells ?? [block.text];
  const longestCell = cells.reduce((a, b) => (b.length > a.length ? b : a), '');
  const text = flat((columns && cells[columns.text]) || longestCell);
  const own = withoutNumber(text);
  const number =
    (columns && columns.number >= 0
      ? cells[columns.number]?.trim()
      : cells.find((cell) => /^[A-ZА-ЯЁ]{1,6}[-–_]?\d+(?:\.\d+)*$/.test(cell))) || own.number;
  return { text: own.text, source: positionOf(block, block.line), ...(number && { number }) };
}

const ownDuty = /(?:^|[^а-яёa-z])(?:долж(?:ен|н)|обязан|shall |must )/i;
const duty = /(?:долж\S+|обязан\S*|необходимо|следует|требуется|shall|must|will)(?:[^.]*)$/i;

/** Sentences, list items and table rows of a document; items of a list under «Система должна:» take its beginning. */
export function candidatesOf(document: Document, keepTogether = false): readonly Candidate[] {
  const found: Candidate[] = [];
  let lead = '';
  let columns: TableColumns | undefined;
  document.blocks.forEach((block, index) => {
    if (block.kind !== 'table-row') columns = undefined;
    if (block.kind !== 'list-item')
      lead =
        block.kind === 'paragraph' && /:\s*$/.test(block.text) && duty.test(block.text.replace(/:\s*$/, ''))
          ? flat(block.text).replace(/:\s*$/, '')
          : '';
    if (block.kind === 'heading' || block.kind === 'code') return;
    if (block.kind === 'table-row') {
      if (document.blocks[index - 1]?.kind !== 'table-row') {
        columns = columnsOf(block.cells ?? []);
        if (columns) return;
      }
      found.push(ofRow(block, columns));
      return;
    }
    if (lead !== '' && block.kind === 'paragraph') return;
    const whole = withoutNumber(block.text);
    const section = sectionNumber(block);
    const number =
      whole.number && /^\d+$/.test(whole.number) && section ? `${section}-${whole.number}` : whole.number;
    if (lead !== '' && !(/^\p{Lu}/u.test(whole.text) && ownDuty.test(whole.text))) {
      const item = flat(whole.text).replace(/[;,]$/, '');
      found.push({
        text: `${lead.slice(lead.search(/[^.!?]*$/)).trim()} ${item}`,
        source: positionOf(block, block.line),
        ...(number && { number }),
      });
      return;
    }
    const shift = block.text.length - whole.text.length;
    const lineAt = lineReader(block);
    const cut = keepTogether ? [{ text: whole.text, start: 0 }] : sentences(whole.text);
    cut.forEach((sentence, at) => {
      const own = at === 0 ? { text: sentence.text, number } : withoutNumber(sentence.text);
      found.push({
        text: flat(own.text),
        source: positionOf(block, lineAt(sentence.start + shift)),
        ...(own.number && { number: own.number }),
      });
    });
  });
  return found.filter((one) => /\p{L}{2}/u.test(one.text));
}
