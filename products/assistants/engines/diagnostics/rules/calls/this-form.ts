import type { Node } from '#products/assistants/engines/bsl';
import { nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { atChains, placeOf } from './chains.ts';
import { codeText } from './code-text.ts';

const thisForm = nameSet('ЭтаФорма', 'ThisForm');

export const usingThisForm = defineRule({
  key: 'UsingThisForm',
  type: 'smell',
  severity: 'minor',
  minutes: 1,
  dialect: 'bsl',
  moduleTypes: ['FormModule'],
  title: { ru: 'Свойство «ЭтаФорма»', en: 'The property "ThisForm"' },
  message: {
    ru: 'Напишите «ЭтотОбъект» вместо «ЭтаФорма»',
    en: 'Write "ThisObject" instead of "ThisForm"',
  },
  create({ tree, reportTokens }) {
    const { tokens } = tree;
    let skippedTo = -1;
    let readTo = -1;
    const check = (token: number): void => {
      if (!thisForm.has(tokens.key(token))) return;
      const by = tokens.key(token) === 'этаформа' ? 'ЭтотОбъект' : 'ThisObject';
      const edit = { start: tokens.start(token), end: tokens.end(token), text: by };
      const title = { ru: `Заменить на «${by}»`, en: `Replace with "${by}"` };
      reportTokens(token, token, { fix: { title, edits: [edit] } });
    };
    return {
      enter: {
        method(node) {
          const hides = node.parameters.some(({ first, last }) =>
            /^(?:этаформа|thisform)/iu.test(codeText(tree, first, last)),
          );
          if (hides) skippedTo = node.last;
        },
        ...atChains((base, whole: Node) => {
          if (base.first <= skippedTo) return;
          if (placeOf(whole) === 'operand') {
            for (let token = Math.max(base.first, readTo + 1); token <= whole.last; token += 1) check(token);
            readTo = Math.max(readTo, whole.last);
          } else if (base.kind === 'name') check(base.first);
        }),
      },
    };
  },
});
