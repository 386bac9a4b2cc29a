import type { Block, TryStatement } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { stepsIn } from './code-steps.ts';
import { liesBetween, lineOf } from './token-text.ts';

export const emptyCodeBlock = defineRule({
  key: 'EmptyCodeBlock',
  type: 'smell',
  severity: 'major',
  minutes: 5,
  title: { ru: 'Пустой блок кода', en: 'An empty block of code' },
  message: {
    ru: 'Добавьте в блок код или удалите конструкцию',
    en: 'Put code into the block or remove the statement',
  },
  defaults: { commentAsCode: false },
  create({ tree, parameters: { commentAsCode }, reportTokens }) {
    /** `own` are the keywords that belong to the construct around the block, in order. */
    function check(block: Block, own: readonly number[]): void {
      if (stepsIn(tree, block).length > 0) return;
      const before = block.first - 1;
      const gap = { start: tree.tokens.start(before), end: tree.tokens.end(block.last + 1) };
      if (commentAsCode && liesBetween(tree.comments, gap.start, gap.end)) return;
      const line = lineOf(tree, before);
      const here = own.filter((token) => token >= 0 && lineOf(tree, token) === line);
      reportTokens(here[0] ?? before, here.at(-1) ?? before);
    }
    return {
      enter: {
        ifBranch: ({ body, keyword, thenKeyword }) => check(body, [keyword, thenKeyword]),
        elseBranch: ({ body, keyword }) => check(body, [keyword]),
        while: ({ body, first, doKeyword, endKeyword }) => check(body, [first, doKeyword, endKeyword]),
        for: (node) =>
          check(node.body, [
            node.first,
            node.variable,
            node.equal,
            node.toKeyword,
            node.doKeyword,
            node.endKeyword,
          ]),
        forEach: (node) =>
          check(node.body, [
            node.first,
            node.first + 1,
            node.variable,
            node.inKeyword,
            node.doKeyword,
            node.endKeyword,
          ]),
        try: ({ body }) => check(body, []),
      },
    };
  },
});

export const missingCodeTryCatchEx = defineRule({
  key: 'MissingCodeTryCatchEx',
  type: 'error',
  severity: 'major',
  minutes: 15,
  standards: [499],
  title: { ru: 'Исключение скрыто: обработчик пуст', en: 'An exception is hidden: its handler is empty' },
  message: {
    ru: 'Обработайте исключение: запишите его в журнал регистрации или вызовите снова',
    en: 'Handle the exception: write it to the event log or raise it again',
  },
  defaults: { commentAsCode: false },
  create: ({ tree, parameters: { commentAsCode }, reportTokens }) => ({
    enter: {
      try({ handler, except, first, last }: TryStatement) {
        if (except < 0 || stepsIn(tree, handler).length > 0) return;
        const [start, end] = [tree.tokens.start(first), tree.tokens.end(last)];
        if (commentAsCode && liesBetween(tree.comments, start, end)) return;
        reportTokens(except, except);
      },
    },
  }),
});
