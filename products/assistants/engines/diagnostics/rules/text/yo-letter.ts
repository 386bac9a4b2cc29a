import { defineRule } from '../../rule.ts';
import { L } from './lexeme-kind.ts';
import { lexemesOf } from './lexemes.ts';

export const yoLetterUsage = defineRule({
  key: 'YoLetterUsage',
  type: 'smell',
  severity: 'info',
  minutes: 5,
  standards: [456],
  title: { ru: 'В имени буква «ё»', en: 'A name contains the letter "ё"' },
  message: { ru: 'Замените в имени «ё» на «е»', en: 'Replace "ё" with "е" in the name' },
  create: ({ tree, report }) => ({
    finish() {
      const lexemes = lexemesOf(tree);
      for (let index = 0; index < lexemes.count; index += 1)
        if (lexemes.kind(index) === L.Identifier && /ё/iu.test(lexemes.text(index)))
          report({ start: lexemes.start(index), end: lexemes.end(index) });
    },
  }),
});
