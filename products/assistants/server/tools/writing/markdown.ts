const longestCell = 200;

/** One line that cannot end a cell or begin markup. */
export function cell(text: string | number): string {
  const line = String(text).replaceAll(/\s+/g, ' ').trim();
  const cut = line.length <= longestCell ? line : `${line.slice(0, longestCell - 1).toWellFormed()}…`;
  return cut.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

/** Text as code within a line. */
export function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim().replaceAll('`', 'ʼ');
  return line === '' ? '' : `\`${line}\``;
}

/** The same inside a table, where a bar would end the cell. */
export function codeCell(text: string): string {
  const cut = text.length <= longestCell ? text : `${text.slice(0, longestCell - 1).toWellFormed()}…`;
  return code(cut).replaceAll('|', '\\|');
}

/** A table; the cells are markdown already. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A block of code; the fence is longer than any in the text. */
export function block(language: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n+$/, '')}\n${fence}`;
}

/** Parts with an empty line between them; empty parts are left out. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}
