import { type Call, nodesOf, T } from '#products/assistants/engines/bsl';
import { nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { compactText, isNamed } from './token-text.ts';

const deleting = nameSet('Удалить', 'Delete');
const inserting = nameSet('Вставить', 'Добавить', 'Insert', 'Add');

export const deletingCollectionItem = defineRule({
  key: 'DeletingCollectionItem',
  type: 'error',
  severity: 'major',
  minutes: 5,
  title: {
    ru: 'Удаление из коллекции во время её обхода',
    en: 'An item is deleted from the collection that is being walked',
  },
  create: ({ tree, reportTokens }) => ({
    enter: {
      forEach({ collection, body }) {
        const name = compactText(tree, collection);
        for (const { expression } of nodesOf(body, 'callStatement')) {
          if (expression.kind !== 'call' || expression.callee.kind !== 'member') continue;
          const method = expression.callee.name;
          if (!isNamed(tree, method, deleting)) continue;
          const prefix = `${name}.${tree.tokens.text(method)}(`.toLowerCase();
          if (!compactText(tree, expression).toLowerCase().startsWith(prefix)) continue;
          reportTokens(expression.first, expression.last, {
            message: {
              ru: `Не удаляйте из ${name} внутри её обхода: идите с конца по номеру или соберите удаляемое отдельно`,
              en: `Do not delete from ${name} while it is walked: go from its end by number or collect what to delete`,
            },
          });
        }
      },
    },
  }),
});

export const selfInsertion = defineRule({
  key: 'SelfInsertion',
  type: 'error',
  severity: 'major',
  minutes: 10,
  title: { ru: 'Коллекция вставляется сама в себя', en: 'A collection is inserted into itself' },
  create: ({ tree, reportTokens }) => ({
    enter: {
      callStatement({ expression }) {
        if (expression.kind !== 'call' || expression.callee.kind !== 'member') return;
        if (!isNamed(tree, expression.callee.name, inserting) || !beginsWithName(expression)) return;
        const name = tree.tokens.text(expression.first);
        for (const value of expression.args.values)
          if (value !== undefined && compactText(tree, value) === name)
            reportTokens(expression.first, expression.last);
      },
    },
  }),
});

/** Whether the chain begins with a variable, not with a call: `А.Б().В()`, not `А().В()`. */
function beginsWithName(call: Call): boolean {
  let here: Call['callee'] = call.callee;
  for (;;) {
    if (here.kind === 'member' || here.kind === 'index') here = here.object;
    else if (here.kind === 'call') {
      if (here.callee.kind === 'name') return false;
      here = here.callee;
    } else return here.kind === 'name';
  }
}

export const useLessForEach = defineRule({
  key: 'UseLessForEach',
  type: 'error',
  severity: 'critical',
  minutes: 2,
  title: { ru: 'Элемент обхода не используется', en: 'The item of the loop is not used' },
  message: {
    ru: 'Используйте переменную цикла в его теле или уберите цикл',
    en: 'Use the variable of the loop in its body or remove the loop',
  },
  create: ({ tree, symbols, reportTokens }) => ({
    enter: {
      forEach({ variable, body }) {
        if (variable < 0) return;
        const { tokens } = tree;
        const key = tokens.key(variable);
        if (symbols.variables.some((known) => known.key === key)) return;
        const isUsed = nodesOf(body, 'name').some(
          (node) =>
            tokens.key(node.first) === key && !(node.parent?.kind === 'call' && node.parent.callee === node),
        );
        if (!isUsed && tokens.kind(variable) === T.Identifier) reportTokens(variable, variable);
      },
    },
  }),
});
