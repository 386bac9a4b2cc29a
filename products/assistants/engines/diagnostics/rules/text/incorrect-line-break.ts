import { defineRule } from '../../rule.ts';
import { javaPattern } from './java-pattern.ts';
import { commentsOf } from './lexemes.ts';
import { queryStartsOf } from './query-starts.ts';

const stringPiece = /["|][^"\n]+(?:"|$)/gmu;

function isInString(text: string, start: number, end: number): boolean {
  for (const piece of text.matchAll(stringPiece))
    if (piece.index <= start && piece.index + piece[0].length >= end) return true;
  return false;
}

export const incorrectLineBreak = defineRule({
  key: 'IncorrectLineBreak',
  type: 'smell',
  severity: 'info',
  minutes: 2,
  standards: [444],
  title: { ru: 'Неправильный перенос выражения', en: 'An expression is broken at the wrong place' },
  message: {
    ru: 'Перенесите иначе: знак операции начинает новую строку, скобка и запятая завершают прежнюю',
    en: 'Break it otherwise: an operator begins the next line, a bracket or a comma ends the line before',
  },
  defaults: {
    checkFirstSymbol: true,
    listOfIncorrectFirstSymbol: '\\)|;|,\\s*\\S+|\\);',
    checkLastSymbol: true,
    listOfIncorrectLastSymbol: 'ИЛИ|И|OR|AND|\\+|-|/|%|\\*',
  },
  create: ({ tree, lines, source, parameters, report }) => ({
    finish() {
      const comments = new Map(commentsOf(tree).map(({ start }) => [lines.lineAt(start), start]));
      const beforeQueries = new Set(queryStartsOf(tree).map((start) => lines.lineAt(start) - 1));
      const check = (pattern: RegExp): void => {
        for (let line = 0; line < lines.count; line += 1) {
          if (beforeQueries.has(line)) continue;
          const from = lines.start(line);
          const text = source.slice(from, lines.end(line));
          const place = pattern.exec(text)?.indices?.[1];
          if (place === undefined) continue;
          const [start, end] = place;
          if (from + end >= (comments.get(line) ?? Number.POSITIVE_INFINITY)) continue;
          if (!isInString(text, start, end)) report({ start: from + start, end: from + end });
        }
      };
      if (parameters.checkFirstSymbol)
        check(javaPattern(`^\\s*(:?${parameters.listOfIncorrectFirstSymbol})`, 'di'));
      if (parameters.checkLastSymbol)
        check(javaPattern(`(?<!\\s)\\s+(:?${parameters.listOfIncorrectLastSymbol})\\s*(?://.*)?$`, 'di'));
    },
  }),
});
