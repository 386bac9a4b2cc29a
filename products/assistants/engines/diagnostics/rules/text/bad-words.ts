import { defineRule } from '../../rule.ts';
import { javaPattern } from './java-pattern.ts';
import { isSeen } from './lexeme-kind.ts';
import { lexemesOf } from './lexemes.ts';

export const badWords = defineRule({
  key: 'BadWords',
  type: 'smell',
  severity: 'major',
  minutes: 1,
  isActive: false,
  title: { ru: 'Запрещённое слово', en: 'Forbidden word' },
  defaults: { badWords: '', findInComments: true },
  create: ({ tree, lines, source, parameters, report }) => ({
    finish() {
      if (parameters.badWords.trim() === '') return;
      const pattern = javaPattern(parameters.badWords, 'gi');
      const check = (line: number): void => {
        const start = lines.start(line);
        for (const found of source.slice(start, lines.end(line)).matchAll(pattern)) {
          const from = start + found.index;
          report(
            { start: from, end: from + found[0].length },
            {
              message: {
                ru: `Замените слово «${found[0]}»: оно в списке запрещённых`,
                en: `Replace the word "${found[0]}": it is on the list of forbidden words`,
              },
            },
          );
        }
      };
      if (parameters.findInComments) for (let line = 0; line < lines.count; line += 1) check(line);
      else {
        const lexemes = lexemesOf(tree);
        const withCode = new Set<number>();
        for (let index = 0; index < lexemes.count - 1; index += 1)
          if (isSeen(lexemes.kind(index))) withCode.add(lines.lineAt(lexemes.start(index)));
        for (const line of withCode) check(line);
      }
    },
  }),
});
