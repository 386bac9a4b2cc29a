import { defineQueryRule } from './query-rule.ts';

/** How many pieces the lines of a string make; a line of spaces alone is none. */
function piecesOf(written: string): number {
  const lines = written.split(/\r\n|\r|\n/u);
  return lines.filter((line, index) => {
    const text = index === 0 ? line.slice(1) : line.replace(/^[ \t\f]+/u, '');
    return text !== '' || index === lines.length - 1;
  }).length;
}

export const multilineStringInQuery = defineQueryRule({
  key: 'MultilineStringInQuery',
  type: 'error',
  severity: 'critical',
  minutes: 1,
  dialect: 'bsl',
  title: {
    ru: 'Строка в запросе занимает несколько строк: скорее всего, потеряна кавычка',
    en: 'A string in a query takes several lines: most likely a quote is missing',
  },
  check(query, { report }) {
    const { text, tokens } = query.ast;
    const strings = tokens.filter(({ kind }) => kind === 'string');
    let next = 0;
    for (const node of query.nodes('string')) {
      let pieces = 0;
      while ((strings[next]?.start ?? node.end) < node.start) next += 1;
      for (let token = strings[next]; token !== undefined && token.start < node.end; token = strings[next]) {
        pieces += piecesOf(text.slice(token.start, token.end));
        next += 1;
      }
      if (pieces > 1) report(node);
    }
  },
});
