import { defineRule } from '../../rule.ts';
import { descriptionRangesOf } from './descriptions.ts';
import { isSeen, L } from './lexeme-kind.ts';
import { lexemesOf } from './lexemes.ts';

/** The continuation of a string is not counted: the text decides where it breaks. */
function isContinuation(kind: number): boolean {
  return kind === L.StringPart || kind === L.StringTail;
}

export const lineLength = defineRule({
  key: 'LineLength',
  type: 'smell',
  severity: 'minor',
  minutes: 1,
  standards: [456],
  title: { ru: 'Слишком длинная строка', en: 'The line is too long' },
  defaults: { maxLineLength: 120, checkMethodDescription: true, excludeTrailingComments: false },
  create: ({ tree, lines, parameters, report }) => ({
    finish() {
      const lexemes = lexemesOf(tree);
      const ends = new Map<number, number>();
      const withCode = new Set<number>();
      const put = (line: number, end: number): void => {
        if (end > (ends.get(line) ?? -1)) ends.set(line, end);
      };
      let previous: number = L.EndOfFile;
      for (let index = 0; index < lexemes.count - 1; index += 1) {
        const kind = lexemes.kind(index);
        if (!isSeen(kind)) continue;
        const line = lines.lineAt(lexemes.start(index));
        withCode.add(line);
        if (!isContinuation(kind) && !(kind === L.Semicolon && isContinuation(previous)))
          put(line, lexemes.end(index));
        previous = kind;
      }
      const described = parameters.checkMethodDescription ? [] : descriptionRangesOf(tree);
      let next = 0;
      for (let index = 0; index < lexemes.count; index += 1) {
        if (lexemes.kind(index) !== L.Comment) continue;
        const [start, end] = [lexemes.start(index), lexemes.end(index)];
        const line = lines.lineAt(start);
        while (next < described.length && (described[next]?.end ?? 0) <= start) next += 1;
        const isDescription = (described[next]?.start ?? Number.POSITIVE_INFINITY) <= start;
        if (!isDescription && !(parameters.excludeTrailingComments && withCode.has(line))) put(line, end);
      }
      for (const [line, end] of ends) {
        const start = lines.start(line);
        if (end - start <= parameters.maxLineLength) continue;
        report(
          { start, end },
          {
            message: {
              ru: `Сократите или разбейте строку: ${end - start} знаков при пределе ${parameters.maxLineLength}`,
              en: `Shorten or split the line: ${end - start} characters, ${parameters.maxLineLength} at most`,
            },
          },
        );
      }
    },
  }),
});
