import { blockList } from './block-list.ts';
import type { Block } from './document.ts';
import type { DocumentLimits } from './limits.ts';
import { textLines } from './text-lines.ts';

const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const fence = /^\s{0,3}(`{3,}|~{3,})/;
const item = /^(\s*)([-*+]|\d{1,9}[.)])\s+(.*)$/;
const divider = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;
const rule = /^ {0,3}([-*_])\s*(\1\s*){2,}$/;

/** The words of a Markdown line without its marks: links keep their text, code its characters. */
export function withoutMarks(text: string): string {
  return text
    .replace(/!?\[([^\][]{0,400})\]\([^()\s]{0,2000}(?:\s"[^"]{0,200}")?\)/g, '$1')
    .replace(/(\*\*|__|~~)(?=\S)/g, '')
    .replace(/(?<=\S)(\*\*|__|~~)/g, '')
    .replace(/(^|[\s(])[*_](?=\S)/g, '$1')
    .replace(/(?<=\S)[*_](?=$|[\s.,;:!?)])/g, '')
    .replace(/`([^`\n]{1,400})`/g, '$1');
}

function cellsOf(line: string): readonly string[] {
  const inner = line.trim().replace(/^\|/, '').replace(/\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => withoutMarks(cell.replace(/\\\|/g, '|').trim()));
}

function frontMatterEnd(lines: readonly string[]): number {
  if (lines[0]?.trim() !== '---') return 0;
  const end = lines.slice(1, 200).findIndex((line) => line.trim() === '---');
  return end < 0 ? 0 : end + 2;
}

/** Markdown block by block with the line of each; inline marks are taken off, code stays as it is. */
export function readMarkdown(text: string, limits: DocumentLimits): readonly Block[] {
  const lines = textLines(text, limits);
  const list = blockList(limits.textLength);
  let open: { kind: 'paragraph' | 'list-item'; level?: number; line: number; text: string[] } | undefined;
  const close = (): void => {
    if (open) {
      const { kind, level, line } = open;
      list.add({
        kind,
        line,
        text: withoutMarks(open.text.join('\n')),
        ...(level !== undefined && { level }),
      });
    }
    open = undefined;
  };
  let index = frontMatterEnd(lines);
  for (; index < lines.length; index++) {
    const raw = lines[index] ?? '';
    const line = raw.replace(/^(\s{0,3}>\s?)+/, '');
    const number = index + 1;
    const fenced = fence.exec(line);
    const titled = heading.exec(line);
    if (fenced) {
      close();
      const mark = fenced[1] ?? '```';
      const from = index + 1;
      do index += 1;
      while (index < lines.length && !(lines[index] ?? '').trim().startsWith(mark));
      list.add({ kind: 'code', line: from + 1, text: lines.slice(from, index).join('\n') });
    } else if (line.trim() === '') close();
    else if (titled) {
      close();
      list.add({
        kind: 'heading',
        level: (titled[1] ?? '#').length,
        text: withoutMarks(titled[2] ?? ''),
        line: number,
      });
    } else if (open?.kind === 'paragraph' && /^ {0,3}(=+|-+)\s*$/.test(line)) {
      const { line: from, text: words } = open;
      open = undefined;
      list.add({
        kind: 'heading',
        level: line.includes('=') ? 1 : 2,
        text: withoutMarks(words.join(' ')),
        line: from,
      });
    } else if (rule.test(line)) close();
    else if (
      line.includes('|') &&
      divider.test(lines[index + 1] ?? '') &&
      (lines[index + 1] ?? '').includes('-')
    ) {
      close();
      const row = (at: number): void => {
        const cells = cellsOf(lines[at] ?? '');
        list.add({ kind: 'table-row', line: at + 1, cells, text: cells.join(' | ') });
      };
      row(index);
      index += 1;
      while (index + 1 < lines.length && (lines[index + 1] ?? '').includes('|')) row(++index);
    } else {
      const listed = item.exec(line);
      if (listed) {
        close();
        const marker = /\d/.test(listed[2] ?? '') ? `${listed[2]} ` : '';
        const level = 1 + Math.floor((listed[1] ?? '').replace(/\t/g, '    ').length / 2);
        open = { kind: 'list-item', level, line: number, text: [`${marker}${listed[3] ?? ''}`] };
      } else if (open) open.text.push(line.trim());
      else open = { kind: 'paragraph', line: number, text: [line.trim()] };
    }
  }
  close();
  return list.blocks;
}
