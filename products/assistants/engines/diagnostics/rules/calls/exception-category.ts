import { nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { baseAt, chainOf } from './chains.ts';
import { firstOperand } from './code-text.ts';

/** Categories that only the platform may give to an error. */
const reserved = nameSet(
  ...['ВсеОшибки', 'AllErrors', 'ПрочаяОшибка', 'OtherError'],
  ...['ОшибкаКомпиляцииВстроенногоЯзыка', 'ScriptCompilationError'],
  ...['ОшибкаВоВремяВыполненияВстроенногоЯзыка', 'ScriptRuntimeError'],
  ...['ИсключениеВызванноеИзВстроенногоЯзыка', 'ScriptRaisedException'],
);

export const badExceptionCategory = defineRule({
  key: 'BadExceptionCategory',
  type: 'smell',
  severity: 'info',
  minutes: 5,
  dialect: 'bsl',
  title: { ru: 'Неподходящая категория ошибки', en: 'An unfit category of an error' },
  message: {
    ru: 'Назовите категорию, которая говорит о причине ошибки, а не общую',
    en: 'Name a category that tells the cause of the error, not a general one',
  },
  create: ({ tree: { tokens }, reportTokens }) => ({
    enter: {
      raise({ args }) {
        const category = args?.values[1];
        if (category === undefined) return;
        const { base, links } = chainOf(firstOperand(category));
        const link = links.at(-1);
        if (baseAt(base) === undefined || link?.kind !== 'property' || link.name < 0) return;
        if (reserved.has(tokens.key(link.name))) reportTokens(category.first, category.last);
      },
    },
  }),
});
