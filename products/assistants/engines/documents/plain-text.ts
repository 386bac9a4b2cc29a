import { blockList } from './block-list.ts';
import type { Block } from './document.ts';
import type { DocumentLimits } from './limits.ts';
import { textLines } from './text-lines.ts';

const bullet = /^(\s*)([-*•–—·▪]|\(?\d{1,3}[.)]|[a-zа-яё]\))\s+\S/i;
const numberedHeading = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(\p{Lu}[^.!?;:]{2,90})$/u;
const capitalHeading = /^(?=.*\p{Lu}{3})[^\p{Ll}.!?;]{4,90}$/u;

function headingLevel(line: string, aloneBelow: boolean, aloneAbove: boolean): number {
  if (!aloneAbove || !aloneBelow) return 0;
  const numbered = numberedHeading.exec(line);
  if (numbered) return Math.min(6, (numbered[1] ?? '').split('.').length);
  return capitalHeading.test(line) && /\p{L}/u.test(line) ? 1 : 0;
}

/** Plain text: paragraphs by blank lines, list items by their marks, headings by number or capitals between blank lines. */
export function readPlainText(text: string, limits: DocumentLimits): readonly Block[] {
  const lines = textLines(text, limits);
  const list = blockList(limits.textLength);
  let open: { kind: 'paragraph' | 'list-item'; level?: number; line: number; text: string[] } | undefined;
  const close = (): void => {
    if (open)
      list.add({
        kind: open.kind,
        text: open.text.join('\n').replace(/\n\s*/g, '\n'),
        line: open.line,
        ...(open.level !== undefined && { level: open.level }),
      });
    open = undefined;
  };
  lines.forEach((line, index) => {
    const trimmed = line.trim();
    if (trimmed === '') {
      close();
      return;
    }
    const level = headingLevel(
      trimmed,
      (lines[index + 1] ?? '').trim() === '',
      (lines[index - 1] ?? '').trim() === '',
    );
    if (level > 0) {
      close();
      list.add({ kind: 'heading', level, text: trimmed, line: index + 1 });
      return;
    }
    const item = bullet.exec(line);
    if (item) {
      close();
      open = {
        kind: 'list-item',
        level: 1 + Math.floor((item[1] ?? '').replace(/\t/g, '  ').length / 2),
        line: index + 1,
        text: [trimmed],
      };
    } else if (open) open.text.push(trimmed);
    else open = { kind: 'paragraph', line: index + 1, text: [trimmed] };
  });
  close();
  return list.blocks;
}

/** Source code as one block; cutting it into methods is the business of those who know the language. */
export function readCode(text: string, limits: DocumentLimits): readonly Block[] {
  textLines(text, limits);
  const list = blockList(limits.textLength);
  list.add({ kind: 'code', text, line: 1 });
  return list.blocks;
}
