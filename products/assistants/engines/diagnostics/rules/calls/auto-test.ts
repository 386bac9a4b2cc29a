import { defineRule } from '../../rule.ts';
import { codeText } from './code-text.ts';

const check = /(?:\.Свойство\("АвтоТест"\)|="АвтоТест"|\.Property\("AutoTest"\)|="AutoTest")$/iu;

export const excessiveAutoTestCheck = defineRule({
  key: 'ExcessiveAutoTestCheck',
  type: 'smell',
  severity: 'minor',
  minutes: 1,
  standards: [456],
  moduleTypes: ['FormModule', 'ObjectModule', 'RecordSetModule', 'CommonModule'],
  title: { ru: 'Лишняя проверка «АвтоТест»', en: 'A needless check of "AutoTest"' },
  message: {
    ru: 'Уберите проверку параметра «АвтоТест»: стандарты её больше не требуют',
    en: 'Remove the check of "AutoTest": the standards ask for it no longer',
  },
  create: ({ tree, reportTokens }) => ({
    enter: {
      if({ branches: [branch], first, last }) {
        if (branch === undefined) return;
        const [statement, ...others] = branch.body.statements;
        if (statement?.kind !== 'return' || others.length > 0) return;
        const { condition } = branch;
        const tail = Math.max(condition.first, condition.last - 5);
        if (check.test(codeText(tree, tail, condition.last))) reportTokens(first, last);
      },
    },
  }),
});
