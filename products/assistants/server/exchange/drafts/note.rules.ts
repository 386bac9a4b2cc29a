import type { Warning } from '../../conversations/conversation.ts';

const heads = {
  code: {
    ru: 'Код не прошёл проверку, и исправить его не удалось. Не используйте его, не поправив:',
    en: 'The code did not pass the check and could not be repaired. Do not use it before it is mended:',
  },
  query: {
    ru: 'Запрос не прошёл проверку, и исправить его не удалось:',
    en: 'The query did not pass the check and could not be repaired:',
  },
  names: {
    ru: 'В конфигурации проекта этого нет:',
    en: 'The configuration of the project does not have this:',
  },
} as const;

/** What a check complained about, as a note that stands in the answer, and as a warning beside it. */
export function noteOf(
  kind: keyof typeof heads,
  faults: readonly string[],
  locale: 'ru' | 'en',
): { readonly text: string; readonly warning: Warning } {
  const head = heads[kind][locale];
  const lines = faults.map((fault) => `> - ${fault.replaceAll(/\s+/g, ' ')}`);
  return {
    text: `\n> ⚠️ ${head}\n${lines.join('\n')}\n\n`,
    warning: { kind, message: [head, ...faults].join('\n') },
  };
}
