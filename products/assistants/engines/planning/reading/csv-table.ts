/** Cells of a table in text; the separator is what the first line has most of: semicolon, tab or comma. */
export function parseTable(text: string): readonly (readonly string[])[] {
  const clean = text.replace(/^\uFEFF/, '');
  const head = clean.slice(0, clean.search(/\r?\n|$/));
  const separator = [';', '\t', ','].reduce((best, each) =>
    head.split(each).length > head.split(best).length ? each : best,
  );
  const rows: string[][] = [];
  let row: string[] = [];
  let begin = 0;
  let at = 0;
  let quoted: string | undefined;
  const close = (): void => {
    row.push(quoted ?? clean.slice(begin, at));
    quoted = undefined;
  };
  const endRow = (): void => {
    close();
    if (row.some((cell) => cell.trim() !== '')) rows.push(row);
    row = [];
  };
  while (at < clean.length) {
    const character = clean[at];
    if (character === '"' && at === begin) {
      const parts: string[] = [];
      let end = clean.indexOf('"', at + 1);
      let from = at + 1;
      while (end !== -1 && clean[end + 1] === '"') {
        parts.push(clean.slice(from, end + 1));
        from = end + 2;
        end = clean.indexOf('"', from);
      }
      parts.push(clean.slice(from, end === -1 ? clean.length : end));
      quoted = parts.join('');
      at = end === -1 ? clean.length : end + 1;
    } else if (character === separator) {
      close();
      at += 1;
      begin = at;
    } else if (character === '\n' || character === '\r') {
      endRow();
      at += character === '\r' && clean[at + 1] === '\n' ? 2 : 1;
      begin = at;
    } else at += 1;
  }
  if (begin < clean.length || row.length > 0) endRow();
  return rows;
}
