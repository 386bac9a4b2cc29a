import { type Node, nodesOf, T } from '#products/assistants/engines/bsl';
import { nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { stepAround, stepsIn } from './code-steps.ts';
import { flatten, operandText } from './flat-expression.ts';
import { isNamed } from './token-text.ts';

const creationHandlers = nameSet('ПриСозданииОбъекта', 'OnObjectCreate');
const cancelNames = nameSet('Отказ', 'Cancel');

export const functionOutParameter = defineRule({
  key: 'FunctionOutParameter',
  type: 'smell',
  severity: 'major',
  minutes: 10,
  isActive: false,
  title: { ru: 'Функция меняет свой параметр', en: 'A function changes its parameter' },
  message: {
    ru: 'Верните значение из функции вместо записи в параметр',
    en: 'Return the value instead of writing it to the parameter',
  },
  create: ({ tree, reportTokens }) => ({
    enter: {
      method(node) {
        if (!node.isFunction || node.endKeyword < 0) return;
        const parameters = node.parameters.filter(({ valKeyword }) => valKeyword < 0);
        if (parameters.length === 0) return;
        const firstWrite = new Map<string, Node>();
        for (const { target } of nodesOf(node.body, 'assignment')) {
          if (target.kind !== 'name') continue;
          const key = tree.tokens.key(target.first);
          if (!firstWrite.has(key)) firstWrite.set(key, target);
        }
        for (const { name } of parameters) {
          const target = name < 0 ? undefined : firstWrite.get(tree.tokens.key(name));
          if (target !== undefined) reportTokens(target.first, target.last);
        }
      },
    },
  }),
});

export const unusedParameters = defineRule({
  key: 'UnusedParameters',
  type: 'smell',
  severity: 'major',
  minutes: 5,
  dialect: 'oscript',
  title: { ru: 'Параметр не используется', en: 'A parameter is not used' },
  create: ({ tree, reportTokens }) => ({
    enter: {
      method(node) {
        const { tokens } = tree;
        if (stepsIn(tree, node.body).length === 0) return;
        if (isNamed(tree, node.name, creationHandlers)) return;
        const unused = new Map<string, number>();
        for (const { name } of node.parameters)
          if (name >= 0) unused.set(tokens.key(name), (unused.get(tokens.key(name)) ?? 0) + 1);
        if (unused.size === 0) return;
        const first = node.variables[0]?.first ?? node.body.first;
        for (let token = first; token <= node.body.last; token += 1) {
          if (tokens.kind(token) !== T.Identifier) continue;
          const count = unused.get(tokens.key(token));
          if (count !== undefined && count > 0) unused.set(tokens.key(token), count - 1);
        }
        for (const { name } of node.parameters) {
          if (name < 0 || (unused.get(tokens.key(name)) ?? 0) === 0) continue;
          const text = tokens.text(name);
          reportTokens(name, name, {
            message: {
              ru: `Удалите неиспользуемый параметр ${text}`,
              en: `Remove the unused parameter ${text}`,
            },
          });
        }
      },
    },
  }),
});

export const usingCancelParameter = defineRule({
  key: 'UsingCancelParameter',
  type: 'smell',
  severity: 'major',
  minutes: 10,
  standards: [686],
  title: { ru: 'Параметр «Отказ» может быть сброшен', en: 'The parameter "Cancel" may be reset' },
  message: {
    ru: 'Присваивайте параметру «Отказ» Истину или «Отказ Или …»: иначе теряется прежнее значение',
    en: 'Assign True or "Cancel Or …" to the parameter "Cancel": otherwise its former value is lost',
  },
  create: ({ tree, report }) => ({
    enter: {
      method(node) {
        if (!node.parameters.some(({ name }) => isNamed(tree, name, cancelNames))) return;
        for (const assignment of nodesOf(node.body, 'assignment')) {
          const { target, value } = assignment;
          if (target.kind !== 'name' || !isNamed(tree, target.first, cancelNames)) continue;
          if (tree.tokens.kind(value.last) === T.True) continue;
          const { operators, operands } = flatten(value);
          const keepsOld =
            operators[0]?.kind === T.Or &&
            operands.some((operand) => cancelNames.has(operandText(tree, operand).toLowerCase()));
          const step = stepAround(tree, assignment);
          if (!keepsOld && step !== undefined) report(step);
        }
      },
    },
  }),
});
