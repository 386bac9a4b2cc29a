import { defineRule } from '../../rule.ts';
import { isSeen, L } from './lexeme-kind.ts';
import { lexemesOf } from './lexemes.ts';

const wrong = /[\u00AD\u2012-\u2015\u2212\u00A0]/u;
const hardSpace = /\u00A0/gu;
const dashes = /[\u00AD\u2012-\u2015\u2212\u00A0]/gu;
const strings: ReadonlySet<number> = new Set([L.String, L.StringStart, L.StringPart, L.StringTail]);

export const invalidCharacterInFile = defineRule({
  key: 'InvalidCharacterInFile',
  type: 'error',
  severity: 'major',
  minutes: 1,
  standards: [456],
  title: { ru: 'Недопустимый символ в тексте модуля', en: 'A character that a module must not contain' },
  create: ({ tree, report }) => ({
    finish() {
      const lexemes = lexemesOf(tree);
      for (let index = 0; index < lexemes.count; index += 1) {
        const kind = lexemes.kind(index);
        if ((isSeen(kind) && !strings.has(kind)) || kind === L.Deleted) continue;
        const text = lexemes.text(index);
        if (!wrong.test(text)) continue;
        const isSpace = text.includes('\u00A0');
        const place = { start: lexemes.start(index), end: lexemes.end(index) };
        report(place, {
          message: isSpace
            ? {
                ru: 'Замените неразрывный пробел обычным',
                en: 'Replace the non-breaking space with a plain one',
              }
            : {
                ru: 'Замените тире или мягкий перенос на дефис',
                en: 'Replace the dash or soft hyphen with a hyphen',
              },
          fix: {
            title: { ru: 'Заменить символ', en: 'Replace the character' },
            edits: [{ ...place, text: isSpace ? text.replace(hardSpace, ' ') : text.replace(dashes, '-') }],
          },
        });
      }
    },
  }),
});
