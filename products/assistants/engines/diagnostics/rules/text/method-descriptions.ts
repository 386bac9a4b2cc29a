import type { Method, SyntaxTree } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import type { Text } from '../../text.ts';
import { type DescribedMethod, readDescription } from './description-text.ts';
import { descriptionOf } from './descriptions.ts';

/** What is said of a method; undefined when nothing is. */
function described(tree: SyntaxTree, method: Method): DescribedMethod | undefined {
  if (method.endKeyword < 0 || method.name < 0) return undefined;
  const comments = descriptionOf(tree, method);
  if (comments.length === 0) return undefined;
  return readDescription(comments.map(({ start, end }) => tree.source.slice(start, end)));
}

function extra(names: readonly string[]): Text {
  const list = names.join(', ');
  return {
    ru: `Уберите описание параметров, которых у метода нет: ${list}`,
    en: `Remove the description of parameters the method lacks: ${list}`,
  };
}

export const missingParameterDescription = defineRule({
  key: 'MissingParameterDescription',
  type: 'smell',
  severity: 'major',
  minutes: 5,
  standards: [453],
  title: {
    ru: 'Параметры метода описаны не так',
    en: 'Parameters of a method are not described as they are',
  },
  message: { ru: 'Опишите параметры метода', en: 'Describe the parameters of the method' },
  create: ({ tree, reportTokens }) => {
    const { tokens } = tree;
    return {
      enter: {
        method(node) {
          const description = described(tree, node);
          if (description === undefined) return;
          const declared = node.parameters.map(({ name, first }) => (name < 0 ? first : name));
          const rest = [...description.parameters];
          if (declared.length === 0 && rest.length === 0) return;
          if (rest.length === 0) {
            if (!description.hasLink) reportTokens(node.name, node.name);
            return;
          }
          let isComplete = true;
          for (const token of declared) {
            const key = tokens.key(token);
            const at = rest.findIndex(({ name }) => name.toLowerCase() === key);
            const found = rest[at];
            const name = tokens.text(token);
            if (found === undefined) {
              isComplete = false;
              reportTokens(token, token, {
                message: { ru: `Опишите параметр «${name}»`, en: `Describe the parameter "${name}"` },
              });
              continue;
            }
            if (!found.hasType)
              reportTokens(token, token, {
                message: {
                  ru: `Укажите тип параметра «${name}» в описании`,
                  en: `State the type of the parameter "${name}" in the description`,
                },
              });
            rest.splice(at, 1);
          }
          if (rest.length > 0) {
            reportTokens(node.name, node.name, { message: extra(rest.map(({ name }) => name)) });
            return;
          }
          const inOrder = description.parameters.every(
            ({ name }, index) => name.toLowerCase() === tokens.key(declared[index] ?? -1),
          );
          if (isComplete && !inOrder)
            reportTokens(node.name, node.name, {
              message: {
                ru: 'Расположите описания параметров в порядке их объявления',
                en: 'Put the descriptions of the parameters in the order of their declaration',
              },
            });
        },
      },
    };
  },
});

export const missingReturnedValueDescription = defineRule({
  key: 'MissingReturnedValueDescription',
  type: 'smell',
  severity: 'major',
  minutes: 5,
  standards: [453],
  title: { ru: 'Возвращаемое значение описано не так', en: 'The returned value is not described as it is' },
  message: { ru: 'Опишите возвращаемое значение функции', en: 'Describe what the function returns' },
  defaults: { allowShortDescriptionReturnValues: true },
  create: ({ tree, parameters, reportTokens }) => ({
    enter: {
      method(node) {
        const description = described(tree, node);
        if (description === undefined) return;
        const { returned, hasLink } = description;
        if (!node.isFunction) {
          if (returned.length > 0)
            reportTokens(node.name, node.name, {
              message: {
                ru: 'Уберите описание возвращаемого значения: процедура ничего не возвращает',
                en: 'Remove the description of the returned value: a procedure returns nothing',
              },
            });
          return;
        }
        if (returned.length === 0) {
          if (!hasLink) reportTokens(node.name, node.name);
          return;
        }
        const bare = returned.filter(({ isExplained }) => !isExplained).map(({ name }) => name);
        if (parameters.allowShortDescriptionReturnValues || bare.length === 0) return;
        reportTokens(node.name, node.name, {
          message: {
            ru: `Поясните возвращаемые типы: ${bare.join(', ')}`,
            en: `Explain the returned types: ${bare.join(', ')}`,
          },
        });
      },
    },
  }),
});
