import type { RoleDefinition } from '../../contract/index.ts';
import type { Intent } from './routing/intents/tables.ts';
import { followUps } from './routing/phrases.tables.ts';

const mostFollowUps = 3;

/** Questions that go on from an answer: of what was done, then the role's own starters. */
export function offlineFollowUps({
  intent,
  available,
  definition,
  locale,
  given,
}: {
  readonly intent: Intent | undefined;
  /** Names of tools. */
  readonly available: ReadonlySet<string>;
  readonly definition: RoleDefinition;
  readonly locale: 'ru' | 'en';
  readonly given: { readonly words: string };
}): readonly string[] {
  const next = (intent === undefined ? [] : (followUps[intent] ?? []))
    .filter(([wanted]) => available.has(wanted))
    .map(([, words]) => words[locale]);
  const starters = definition.starters.map((starter) => starter[locale]);
  const asked = given.words.trim().toLowerCase();
  const fresh = [...next, ...starters].filter((question) => question.toLowerCase() !== asked);
  return [...new Set(fresh)].slice(0, mostFollowUps);
}
