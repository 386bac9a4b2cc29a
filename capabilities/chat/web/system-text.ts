import { useText } from '#platform/web';
import type { ChatMessage } from '../contract/index.ts';
import { chatTexts } from './texts.ts';

const acts = ['joined', 'left', 'removed', 'renamed', 'created', 'captain', 'started', 'finished'] as const;

/** Puts a line of the system (`team.joined`, `group.renamed`) into words by the act its code ends with. */
export function useSystemText(): (line: NonNullable<ChatMessage['system']>) => string {
  const t = useText(chatTexts);
  return ({ code, values }) => {
    const act = acts.find((one) => code.endsWith(`.${one}`));
    if (act === undefined) return t('system.other');
    return t(`system.${act}`, { name: values['name'] ?? t('someone'), title: values['title'] ?? '' });
  };
}
