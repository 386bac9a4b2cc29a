import { ancestorOf, type Literal, type Node, spanOf, textOf } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { formulaOf, globalName, hasSign, isAlone } from './expressions.ts';
import { seenText } from './lexemes.ts';
import { isNamedByKey } from './magic-context.ts';

const dateText = /^"(?:[0-3]\d{7}|[0-3]\d{13})"$/u;
const dateMakers: ReadonlySet<string> = new Set(['дата', 'date']);

function trimmedList(text: string): ReadonlySet<string> {
  return new Set(text.split(',').map((part) => part.trim()));
}

export const magicNumber = defineRule({
  key: 'MagicNumber',
  type: 'smell',
  severity: 'minor',
  minutes: 1,
  title: { ru: 'Число без названия', en: 'A number without a name' },
  defaults: { authorizedNumbers: '-1,0,1', allowMagicIndexes: true },
  create: ({ tree, parameters, report }) => {
    const allowed = trimmedList(parameters.authorizedNumbers);
    const isMagic = (node: Literal): boolean => {
      if (!parameters.allowMagicIndexes && isInIndex(node)) return true;
      if (hasSign(tree, node)) return false;
      const formula = formulaOf(node);
      const place = formula.parent?.kind;
      if (place === 'annotationParameter' || place === undefined || isNamedByKey(tree, formula)) return false;
      return place === 'return' || formula !== node || isArgument(formula);
    };
    const isInIndex = (node: Literal): boolean => {
      for (let here = ancestorOf(node, 'index'); here !== undefined; here = ancestorOf(here, 'index'))
        if (here.open < node.first) return true;
      return false;
    };
    return {
      enter: {
        number(node) {
          const text = textOf(tree, node);
          if (allowed.has(text) || ancestorOf(node, 'parameter') !== undefined || !isMagic(node)) return;
          report(spanOf(tree, node), {
            message: {
              ru: `Дайте числу ${text} имя: присвойте его переменной`,
              en: `Give the number ${text} a name: assign it to a variable`,
            },
          });
        },
      },
    };
  },
});

/** An argument of a call, or of `Выполнить` and `ВызватьИсключение` with brackets. */
function isArgument({ parent }: Node): boolean {
  if (parent?.kind === 'arguments' || parent?.kind === 'execute') return true;
  const outer = parent?.kind === 'parenthesized' ? parent.parent?.kind : undefined;
  return outer === 'execute' || outer === 'raise';
}

/** A text that the platform reads as a date: `20240131`, `20240131235959`. */
function isDate(text: string): boolean {
  if (!dateText.test(text)) return false;
  const part = (from: number, to: number): number => Number(text.slice(from + 1, to + 1));
  const [month, day] = [part(4, 6), part(6, 8)];
  if (part(0, 4) < 1 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  return text.length === 10 || (part(8, 10) <= 24 && part(10, 12) <= 60 && part(12, 14) <= 60);
}

export const magicDate = defineRule({
  key: 'MagicDate',
  type: 'smell',
  severity: 'minor',
  minutes: 5,
  title: { ru: 'Дата без названия', en: 'A date without a name' },
  defaults: { authorizedDates: '00010101,00010101000000,000101010000' },
  create: ({ tree, parameters, report }) => {
    const allowed = trimmedList(parameters.authorizedDates);
    const check = (node: Literal): void => {
      const text = node.kind === 'date' ? textOf(tree, node) : seenText(tree, spanOf(tree, node));
      if (allowed.has(text.replace(/[^0-9]/gu, ''))) return;
      if (node.kind === 'string' && !isDate(text)) return;
      if (ancestorOf(node, 'parameter') !== undefined || isExplained(node)) return;
      report(spanOf(tree, node), {
        message: {
          ru: `Дайте дате ${text} имя: присвойте её переменной`,
          en: `Give the date ${text} a name: assign it to a variable`,
        },
      });
    };
    const isExplained = (node: Literal): boolean => {
      if (!isAlone(tree, node)) return false;
      const place = node.parent;
      if (place?.kind === 'assignment' || place?.kind === 'return') return true;
      if (isNamedByKey(tree, node)) return true;
      const call = place?.parent;
      return (
        place?.kind === 'arguments' &&
        place.values.length === 1 &&
        call?.kind === 'call' &&
        dateMakers.has(globalName(tree, call)) &&
        isAlone(tree, call) &&
        call.parent?.kind === 'assignment'
      );
    };
    return { enter: { date: check, string: check } };
  },
});
