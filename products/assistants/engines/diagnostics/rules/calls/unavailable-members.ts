import { isGlobalCall } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { methodVersions } from './tables/method-versions.ts';

function isOlder(one: readonly number[], other: readonly number[]): boolean {
  const at = other.findIndex((part, index) => part !== (one[index] ?? 0));
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}

export const unavailableMemberCall = defineRule({
  key: 'UnavailableMemberCall',
  type: 'error',
  severity: 'major',
  minutes: 5,
  dialect: 'bsl',
  title: { ru: 'Метод новее платформы конфигурации', en: 'A method newer than the platform' },
  create({ tree: { tokens }, symbols, project, reportTokens }) {
    const target = project?.compatibility;
    if (target === undefined) return {};
    const own = new Set(symbols.methods.map(({ key }) => key));
    return {
      enter: {
        call(call) {
          if (!isGlobalCall(call)) return;
          const token = call.callee.first;
          const since = methodVersions.get(tokens.key(token));
          if (since === undefined || own.has(tokens.key(token)) || !isOlder(target, since)) return;
          const [name, needed, given] = [tokens.text(token), since.join('.'), target.join('.')];
          reportTokens(token, token, {
            message: {
              ru: `«${name}» есть с версии ${needed}, а режим совместимости — ${given}`,
              en: `"${name}" is there since ${needed}, the compatibility mode is ${given}`,
            },
          });
        },
      },
    };
  },
});
