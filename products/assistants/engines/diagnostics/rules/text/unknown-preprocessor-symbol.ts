import { defineRule } from '../../rule.ts';
import { L } from './lexeme-kind.ts';
import { lexemesOf } from './lexemes.ts';

export const unknownPreprocessorSymbol = defineRule({
  key: 'UnknownPreprocessorSymbol',
  type: 'error',
  severity: 'critical',
  minutes: 5,
  title: { ru: 'Неизвестный символ препроцессора', en: 'Unknown preprocessor symbol' },
  create: ({ tree, report }) => ({
    finish() {
      const lexemes = lexemesOf(tree);
      for (const { kind, argument } of tree.directives) {
        if (kind !== 'if' && kind !== 'elsIf') continue;
        for (let at = lexemes.at(argument.start); lexemes.start(at) < argument.end; at += 1) {
          if (lexemes.kind(at) !== L.DirectiveName) continue;
          const name = lexemes.text(at);
          report(
            { start: lexemes.start(at), end: lexemes.end(at) },
            {
              message: {
                ru: `Исправьте символ «${name}»: платформа такого не знает`,
                en: `Correct the symbol "${name}": the platform does not know it`,
              },
            },
          );
        }
      }
    },
  }),
});
