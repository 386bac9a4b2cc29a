import type { SyntaxTree } from '#products/assistants/engines/bsl';
import { stringsOf } from './expressions.ts';

const shortestQuery = 12;
const begins = /(?:^|["|;][ \t\n\v\f\r|]*)\s*(?:select|выбрать)[\s|]+/iu;
const goesOn =
  /[\s|](?:как|as|из|from|где|where|соединение|join|объединить|union|сгруппировать|group|упорядочить|order|итоги|totals)(?:\s|$)/giu;
const drops = /(?:^|["|;][\s|]*)\s*(?:уничтожить|drop)[\s|]*./iu;
const notQuery = /^\s*(?:\||""|\/{2,})/u;

/** Offsets where the queries in the string literals of a module begin. */
export function queryStartsOf(tree: SyntaxTree): readonly number[] {
  const { tokens } = tree;
  return stringsOf(tree.module).flatMap(({ first, last }) => {
    let length = 0;
    const parts: string[] = [];
    for (let token = first; token <= last; token += 1) {
      const text = tokens.text(token);
      length += text.length;
      parts.push(inner(text));
    }
    if (length < shortestQuery || !isQuery(parts.filter((part) => !notQuery.test(part)).join('\n')))
      return [];
    for (const [index, part] of parts.entries()) {
      const code = part.replace(/\/\/.*/u, '').search(/\S/u);
      if (code >= 0) return [tokens.start(first + index) + code];
    }
    return [];
  });
}

/** The text of a string's line with its quotes and its bar blanked. */
function inner(text: string): string {
  const quotes = text.split('"').length - 1;
  const body = ` ${text.slice(1)}`;
  const isClosed = text.startsWith('"') ? quotes % 2 === 0 : quotes % 2 === 1;
  return isClosed ? body.replace(/"([^"]*)$/u, ' $1') : body;
}

function isQuery(text: string): boolean {
  const start = begins.exec(text);
  if (start !== null) {
    goesOn.lastIndex = start.index + start[0].length + 1;
    if (goesOn.test(text)) return true;
  }
  return drops.test(text);
}
