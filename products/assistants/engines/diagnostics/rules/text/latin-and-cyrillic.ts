import type { Span } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { compilationDirectives } from './descriptions.ts';
import { firstName } from './expressions.ts';
import { listOf } from './java-pattern.ts';

const [cyrillic, latin] = [/[а-яё]/iu, /[a-z]/iu];
/** A part in one alphabet, then a part in the other, both with a capital. */
const twoParts =
  /^(?:[A-Z][A-Za-z]+[A-Za-z1-9_]*[А-ЯЁ][А-Яа-яЁё]+[А-Яа-я1-9Ёё_]*|[А-ЯЁ][А-Яа-яЁё]+[А-Яа-я1-9Ёё_]*[A-Z][A-Za-z]+[A-Za-z1-9_]*)$/u;
const [shortestName, shortestOfTwoParts] = [2, 4];

export const latinAndCyrillicSymbolInWord = defineRule({
  key: 'LatinAndCyrillicSymbolInWord',
  type: 'smell',
  severity: 'minor',
  minutes: 5,
  title: { ru: 'В имени смешаны латиница и кириллица', en: 'A name mixes Latin and Cyrillic letters' },
  defaults: {
    excludeWords:
      'ЧтениеXML, ЧтениеJSON, ЗаписьXML, ЗаписьJSON, ComОбъект, ФабрикаXDTO, ОбъектXDTO, СоединениеFTP, HTTPСоединение, HTTPЗапрос, HTTPСервисОтвет, SMSСообщение, WSПрокси',
    allowTrailingPartsInAnotherLanguage: true,
  },
  create: ({ tree, source, parameters, report }) => {
    const { tokens } = tree;
    const excluded = new Set(listOf(parameters.excludeWords, ',').map((word) => word.trim().toLowerCase()));
    const check = (place: Span): void => {
      const name = source.slice(place.start, place.end);
      if (name.length < shortestName || excluded.has(name.toLowerCase())) return;
      if (!cyrillic.test(name) || !latin.test(name)) return;
      if (
        parameters.allowTrailingPartsInAnotherLanguage &&
        name.length >= shortestOfTwoParts &&
        twoParts.test(name)
      )
        return;
      report(place, {
        message: {
          ru: `Наберите имя «${name}» буквами одного алфавита`,
          en: `Type the name "${name}" in letters of one alphabet`,
        },
      });
    };
    const checkToken = (token: number): void => {
      if (token >= 0) check({ start: tokens.start(token), end: tokens.end(token) });
    };
    return {
      enter: {
        method: (node) => checkToken(node.name),
        declaredVariable: (node) => checkToken(node.name),
        parameter: (node) => checkToken(node.name),
        annotation(node) {
          if (node.name >= 0 && !compilationDirectives.has(tokens.key(node.name))) checkToken(node.name);
        },
        annotationParameter: (node) => checkToken(node.name),
        goto: (node) => checkToken(node.label),
        assignment(node) {
          const first = firstName(node.target);
          if (first !== undefined) checkToken(first.first);
        },
      },
      finish() {
        for (const { kind, argument } of tree.directives) {
          if (kind !== 'region') continue;
          const [name = ''] = source.slice(argument.start, argument.end).match(/^[\p{L}\p{N}_]+/u) ?? [];
          check({ start: argument.start, end: argument.start + name.length });
        }
      },
    };
  },
});
