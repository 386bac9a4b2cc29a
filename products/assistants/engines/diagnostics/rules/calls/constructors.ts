import type { NodeOf, SyntaxTree } from '#products/assistants/engines/bsl';
import { nameSet } from '../../names.ts';
import { defineRule, type Rule } from '../../rule.ts';
import { codeText, firstOperand } from './code-text.ts';

/** The name of the type that is made, also when it is given as a string; empty when unknown. */
export function typeNameOf(tree: SyntaxTree, node: NodeOf<'new'>): string {
  if (node.typeName >= 0) return tree.tokens.text(node.typeName);
  const first = node.args?.values[0];
  if (first === undefined) return '';
  const operand = firstOperand(first);
  if (operand.kind !== 'string') return '';
  return codeText(tree, operand.first, operand.last).replaceAll(/^"|"$/gu, '').trim();
}

type Facts = Omit<Parameters<typeof defineRule<Record<never, never>>>[0], 'create'>;

function ruleOfTypes(facts: Facts, names: ReadonlySet<string>): Rule {
  return defineRule({
    ...facts,
    create: ({ tree, reportTokens }) => ({
      enter: {
        new(node) {
          if (names.has(typeNameOf(tree, node).toLowerCase())) reportTokens(node.first, node.last);
        },
      },
    }),
  });
}

export const internetAccess = ruleOfTypes(
  {
    key: 'InternetAccess',
    type: 'vulnerability',
    severity: 'major',
    minutes: 60,
    isActive: false,
    title: { ru: 'Обращение к ресурсу Интернета', en: 'The code talks to the Internet' },
    message: {
      ru: 'Проверьте адрес, защиту соединения и то, что уходит наружу',
      en: 'Check the address, the protection of the connection and what leaves the system',
    },
  },
  nameSet(
    ...['FTPСоединение', 'FTPConnection', 'HTTPСоединение', 'HTTPConnection', 'HTTPЗапрос', 'HTTPRequest'],
    ...['WSОпределения', 'WSDefinitions', 'WSПрокси', 'WSProxy', 'ИнтернетПрокси', 'InternetProxy'],
    ...['ИнтернетПочтовыйПрофиль', 'InternetMailProfile', 'ИнтернетПочта', 'InternetMail', 'Почта', 'Mail'],
  ),
);

export const styleElementConstructors = ruleOfTypes(
  {
    key: 'StyleElementConstructors',
    type: 'error',
    severity: 'minor',
    minutes: 5,
    dialect: 'bsl',
    standards: [667],
    title: { ru: 'Оформление собрано в коде', en: 'Appearance is put together in code' },
    message: {
      ru: 'Заведите элемент стиля и возьмите его из «ЭлементыСтиля» или «ЦветаСтиля»',
      en: 'Make a style item and take it from the style',
    },
  },
  nameSet('Рамка', 'Border', 'Цвет', 'Color', 'Шрифт', 'Font'),
);

export const useSystemInformation = ruleOfTypes(
  {
    key: 'UseSystemInformation',
    type: 'hotspot',
    severity: 'critical',
    minutes: 5,
    isActive: false,
    title: { ru: 'Сведения о компьютере', en: 'Information about the computer' },
    message: {
      ru: 'Проверьте, что сведения о компьютере не уходят тому, кому не положены',
      en: 'Check that facts about the computer reach nobody who should not have them',
    },
  },
  nameSet('СистемнаяИнформация', 'SystemInfo'),
);
