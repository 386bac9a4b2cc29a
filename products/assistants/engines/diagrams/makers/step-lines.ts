/** One sentence of a step list. */
export interface StepLine {
  readonly text: string;
  /** `3.1`, for references to it. */
  readonly number?: string;
  /** Greater for what belongs to the line above. */
  readonly depth: number;
  /** 1-based. */
  readonly line: number;
}

const numbered = /^(\s*)(?:(?:шаг|step)\s+)?№?(\d{1,4}(?:\.\d{1,4}){0,5})\s*[.):—-]?\s+(\S.*)$/iu;
const bulleted = /^(\s*)[-*•–—]\s+(\S.*)$/u;
const resumed =
  /^\s*(?:иначе|в противном случае|если|параллельно|одновременно|otherwise|else|if|in parallel)/iu;

const indentOf = (space: string) => [...space].reduce((sum, sign) => sum + (sign === '\t' ? 4 : 1), 0);
const sentences = (text: string) =>
  text.split(/(?<=[\p{L}\p{N})»"][.!;?])\s+(?=\p{Lu})/u).filter((part) => part.trim() !== '');

/** Steps of a text and the line above them that names it all. */
export function stepLines(text: string): { readonly title?: string; readonly lines: readonly StepLine[] } {
  const raw = text.split(/\r\n|[\n\r]/u);
  const isList = raw.some((line) => numbered.test(line) || bulleted.test(line));
  const lines: StepLine[] = [];
  let title: string | undefined;
  for (const [index, source] of raw.entries()) {
    if (source.trim() === '') continue;
    const line = index + 1;
    const [, space = '', number, body = ''] = numbered.exec(source) ?? [];
    const [, bulletSpace = '', bullet] = number === undefined ? (bulleted.exec(source) ?? []) : [];
    const heading = source.trim().replace(/^#+\s*|:\s*$/gu, '');
    const indent = /^\s*/u.exec(source)?.[0] ?? '';
    const last = lines.at(-1);
    if (number !== undefined) {
      const depth = indentOf(space) + 4 * (number.split('.').length - 1);
      for (const [at, part] of sentences(body).entries())
        lines.push({ text: part, depth, line, ...(at === 0 ? { number } : {}) });
    } else if (bullet !== undefined) {
      for (const part of sentences(bullet))
        lines.push({ text: part, depth: indentOf(bulletSpace) + 2, line });
    } else if (source.startsWith('#') || (isList && last === undefined && !resumed.test(source))) {
      title ??= heading;
    } else if (isList && last !== undefined && !resumed.test(source) && indentOf(indent) > 0) {
      lines[lines.length - 1] = { ...last, text: `${last.text} ${source.trim()}` };
    } else {
      for (const part of sentences(source.trim())) lines.push({ text: part, depth: indentOf(indent), line });
    }
  }
  return title === undefined ? { lines } : { title, lines };
}
