import type { Citation } from '../../conversations/conversation.ts';
import type { RecalledMemory } from '../question.ts';
import type { Intent } from './intents/tables.ts';
import { abilities, missingWords, phrases } from './phrases.tables.ts';
import type { Need } from './slots.rules.ts';

type Locale = 'ru' | 'en';

const noun = (intent: Intent, locale: Locale): string => abilities[intent]?.[locale] ?? intent;

/** One line of Markdown: nothing in it begins a list, a heading or a link. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_[\]<>#|]/g, '\\$&')
    .trim();
}

/** The sources of an answer as a list. */
export function placesText(citations: readonly Citation[], locale: Locale): string {
  const lines = citations.map(({ marker, title, page, lines: range }) => {
    const place = [
      ...(page === undefined ? [] : [`${phrases.page[locale]} ${page}`]),
      ...(range === undefined ? [] : [`${phrases.lines[locale]} ${range[0]}–${range[1]}`]),
    ];
    return `- [${marker}] ${[plain(title), ...place].join(', ')}`;
  });
  return lines.join('\n');
}

/** What was understood, and what is needed for it. */
export function missingText(intent: Intent, need: Need, locale: Locale): string {
  const { understood, forThat } = phrases;
  return `${understood[locale]} ${noun(intent, locale)}. ${forThat[locale]} ${missingWords[need][locale]}.`;
}

/** What was understood, and who does it. */
export function otherRoleText(intent: Intent, titles: readonly string[], locale: Locale): string {
  const { understood, otherRole, noneCan } = phrases;
  const who = titles.length === 0 ? noneCan[locale] : `${otherRole[locale]}: ${titles.join(', ')}.`;
  return `${understood[locale]} ${noun(intent, locale)}. ${who}`;
}

function isIntent(name: string): name is Intent {
  return Object.hasOwn(abilities, name);
}

/** What a role can do, with examples. */
export function helpText({
  title,
  tools,
  starters,
  locale,
}: {
  readonly title: string;
  readonly tools: readonly string[];
  readonly starters: readonly string[];
  readonly locale: Locale;
}): string {
  const able = tools.filter(isIntent).map((tool) => `- ${noun(tool, locale)}`);
  const parts = [`**${title}.** ${phrases.canDo[locale]}:`, able.join('\n')];
  if (able.length === 0) parts.splice(0, 2, `**${title}.** ${phrases.notSure[locale]}`);
  if (starters.length > 0)
    parts.push(`${phrases.examples[locale]}\n\n${starters.map((starter) => `> ${starter}`).join('\n>\n')}`);
  return parts.join('\n\n');
}

/** What is remembered, quoted. */
export function recallText(memories: readonly RecalledMemory[], locale: Locale): string {
  if (memories.length === 0) return phrases.nothingRemembered[locale];
  const lines = memories
    .slice(0, 5)
    .map(
      ({ text, occurredAt }) => `- ${plain(text.slice(0, 400))} (${occurredAt.toISOString().slice(0, 10)})`,
    );
  return `${phrases.remembered[locale]}\n\n${lines.join('\n')}`;
}
