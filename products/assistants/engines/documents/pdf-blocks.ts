import { blockList } from './block-list.ts';
import type { Block } from './document.ts';
import type { DocumentLimits } from './limits.ts';
import type { PdfLine } from './pdf-lines.ts';

const marked = /^([-•–—▪●·]|\(?\d{1,3}[.)]|[a-zа-яё]\))\s+\S/i;
const numbered = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(\p{Lu}[^.!?;:]{2,90})$/u;

/** The size most letters have. */
function bodySize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + line.text.length);
  }
  return [...letters].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0] as [
    number,
    number,
  ])[0];
}

function joinLines(before: string, line: string): string {
  // A word cut at the end of a line: the hyphen goes when a small letter goes on.
  if (/\p{Ll}[-\u00ad]$/u.test(before) && /^\p{Ll}/u.test(line)) return before.slice(0, -1) + line;
  return `${before} ${line}`;
}

/** Lines become paragraphs by distance and indent, headings by size or number, list items by their marks. */
export function pdfBlocks(lines: readonly PdfLine[], limits: DocumentLimits): readonly Block[] {
  const body = bodySize(lines);
  const sizes = [
    ...new Set(lines.map((line) => Math.round(line.size)).filter((size) => size > body * 1.15)),
  ].sort((a, b) => b - a);
  const list = blockList(limits.textLength);
  let open: { kind: 'paragraph' | 'list-item'; text: string; page: number } | undefined;
  const close = (): void => {
    if (open) list.add({ ...open, ...(open.kind === 'list-item' && { level: 1 }) });
    open = undefined;
  };
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const gap = before && before.page === line.page ? before.y - line.y : 0;
    const large = line.size > body * 1.15 && line.text.length < 200;
    const number = numbered.exec(line.text);
    const next = lines[index + 1];
    const alone = !next || next.page !== line.page || line.y - next.y > line.size * 1.6;
    if (large || (number && alone && (gap > line.size * 1.6 || index === 0))) {
      close();
      const level = number
        ? (number[1] ?? '').split('.').length
        : Math.min(6, 1 + sizes.indexOf(Math.round(line.size)));
      list.add({ kind: 'heading', level: Math.max(1, level), text: line.text, page: line.page });
      return;
    }
    const isItem = marked.test(line.text);
    const apart = before && before.page === line.page && (gap > line.size * 1.6 || gap < 0);
    const goesOn =
      open !== undefined && !isItem && !apart && (before?.page === line.page || /^\p{Ll}/u.test(line.text));
    if (goesOn && open) open.text = joinLines(open.text, line.text);
    else {
      close();
      open = { kind: isItem ? 'list-item' : 'paragraph', text: line.text, page: line.page };
    }
  });
  close();
  return list.blocks;
}
