import { defineRule } from '../../rule.ts';
import { descriptionOf } from '../text/descriptions.ts';
import { localReferencesOf } from './local-references.ts';

export const missedRequiredParameter = defineRule({
  key: 'MissedRequiredParameter',
  type: 'error',
  severity: 'major',
  minutes: 1,
  standards: [640],
  title: { ru: 'Не передан обязательный параметр', en: 'A required argument is left out' },
  create: ({ tree, reportTokens }) => ({
    finish() {
      for (const { method, call } of localReferencesOf(tree)) {
        if (call === undefined) continue;
        const missed = method.parameters.flatMap(({ name, defaultValue }, index) => {
          const isGiven = defaultValue !== undefined || call.args.values[index] !== undefined;
          return isGiven ? [] : [tree.tokens.text(name)];
        });
        if (missed.length === 0) continue;
        const names = missed.join(', ');
        reportTokens(call.first, call.last, {
          message: { ru: `Передайте обязательное: ${names}`, en: `Pass what is required: ${names}` },
        });
      }
    },
  }),
});

const deprecation = /^\/\/\s*(?:устарела|deprecate)(?:\.(?![\p{L}_])|(?![\p{L}_0-9.]))/iu;

export const deprecatedMethodCall = defineRule({
  key: 'DeprecatedMethodCall',
  type: 'smell',
  severity: 'minor',
  minutes: 3,
  standards: [453],
  title: { ru: 'Вызов устаревшего метода', en: 'A call of a deprecated method' },
  create({ tree, reportTokens }) {
    const isDeprecated = (method: Parameters<typeof descriptionOf>[1]): boolean =>
      descriptionOf(tree, method).some(({ start, end }) => deprecation.test(tree.source.slice(start, end)));
    return {
      finish() {
        for (const { method, from, first, last } of localReferencesOf(tree)) {
          if (!isDeprecated(method) || (from !== undefined && isDeprecated(from))) continue;
          const name = tree.tokens.text(method.name);
          reportTokens(first, last, {
            message: {
              ru: `«${name}» устарел: в его описании сказано, чем заменить`,
              en: `"${name}" is deprecated: its description tells what to use`,
            },
          });
        }
      },
    };
  },
});
