import { defineRule } from '../../rule.ts';
import { bitwiseMethods } from './tables/bitwise-methods.ts';

export const globalContextMethodCollision8312 = defineRule({
  key: 'GlobalContextMethodCollision8312',
  type: 'error',
  severity: 'blocker',
  minutes: 10,
  title: { ru: 'Имя метода занято платформой', en: 'The platform has a method of this name' },
  create: ({ symbols, reportTokens }) => ({
    finish() {
      for (const { key, name, node } of symbols.methods)
        if (bitwiseMethods.has(key) && node.endKeyword >= 0)
          reportTokens(node.name, node.name, {
            message: {
              ru: `Переименуйте «${name}»: с версии 8.3.12 это метод глобального контекста`,
              en: `Rename "${name}": since 8.3.12 it is a method of the global context`,
            },
          });
    },
  }),
});
