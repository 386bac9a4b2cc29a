import { type Literal, type Node, spanOf, T } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { stringsOf } from './expressions.ts';
import { seenText } from './lexemes.ts';

const shortestLiteral = 5;
const copiesByDefault = 2;

export const crazyMultilineString = defineRule({
  key: 'CrazyMultilineString',
  type: 'smell',
  severity: 'major',
  minutes: 1,
  title: { ru: 'Строка сложена из литералов подряд', en: 'A string is made of literals in a row' },
  message: {
    ru: 'Объедините литералы: пишите одну строку с «|» или складывайте их через «+»',
    en: 'Join the literals: write one string with "|" or add them with "+"',
  },
  create: ({ tree, report }) => ({
    enter: {
      string(node: Literal) {
        let parts = 0;
        for (let token = node.first; token <= node.last; token += 1) {
          const kind = tree.tokens.kind(token);
          if (kind === T.String || kind === T.StringStart) parts += 1;
        }
        if (parts > 1) report(spanOf(tree, node));
      },
    },
  }),
});

export const duplicateStringLiteral = defineRule({
  key: 'DuplicateStringLiteral',
  type: 'smell',
  severity: 'minor',
  minutes: 1,
  title: { ru: 'Строковый литерал повторяется', en: 'A string literal is repeated' },
  defaults: { allowedNumberCopies: 2, analyzeFile: false, caseSensitive: false, minTextLength: 5 },
  create: ({ tree, parameters, report }) => ({
    finish() {
      const allowed = parameters.allowedNumberCopies < 1 ? copiesByDefault : parameters.allowedNumberCopies;
      const shortest = Math.max(parameters.minTextLength, shortestLiteral);
      const check = (nodes: readonly Node[]): void => {
        const groups = new Map<string, { text: string; nodes: Node[] }>();
        for (const node of nodes.flatMap(stringsOf)) {
          const text = seenText(tree, spanOf(tree, node));
          if (text.length < shortest) continue;
          const key = parameters.caseSensitive ? text : text.toLowerCase();
          const group = groups.get(key);
          if (group === undefined) groups.set(key, { text, nodes: [node] });
          else group.nodes.push(node);
        }
        for (const { text, nodes: copies } of groups.values()) {
          const [first] = copies;
          if (first === undefined || copies.length <= allowed) continue;
          report(spanOf(tree, first), {
            message: {
              ru: `Заведите переменную для строки ${text}: она повторяется ${copies.length} раз(а)`,
              en: `Keep the string ${text} in a variable: it is repeated ${copies.length} times`,
            },
            related: copies.map((copy) => ({
              ...spanOf(tree, copy),
              message: { ru: 'Та же строка', en: 'The same string' },
            })),
          });
        }
      };
      if (parameters.analyzeFile) {
        check([tree.module]);
        return;
      }
      let body: Node[] = [];
      for (const item of tree.module.items) {
        if (item.kind === 'variableDeclaration') continue;
        if (item.kind !== 'method') {
          body.push(item);
          continue;
        }
        check(body);
        body = [];
        check([item]);
      }
      check(body);
    },
  }),
});
