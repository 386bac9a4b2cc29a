import type { MyQuest, QuestDetail } from '../../../contract/index.ts';

/** What the button at the foot of a quest's page does. */
export type NextStep =
  | { readonly kind: 'start' | 'again' | 'buy' }
  | { readonly kind: 'continue'; readonly sessionId: string }
  /** Not published: only its author and the editors are here. */
  | { readonly kind: 'studio' };

/** `mine` is null for people who are not signed in: what it costs decides. */
export function nextStep(
  quest: Pick<QuestDetail, 'state' | 'price'>,
  mine: Pick<MyQuest, 'playable' | 'active_session_id' | 'finished_session_id'> | null,
): NextStep {
  if (mine !== null && mine.active_session_id !== null) {
    return { kind: 'continue', sessionId: mine.active_session_id };
  }
  if (quest.state !== 'published') return { kind: 'studio' };
  const playable = mine === null ? quest.price.amount === 0 : mine.playable;
  if (!playable) return { kind: 'buy' };
  return { kind: mine !== null && mine.finished_session_id !== null ? 'again' : 'start' };
}
