import type { UserStory } from './requirement.ts';
import { findingAt } from './rules/finding.ts';

const russian =
  /^(?:я[,\s]+)?как\s+(.+?),?\s+(?:я\s+)?(?:хочу|хотел бы|хотела бы|мне нужно|могу|желаю)\s+(.+?)(?:,?\s+(?:для того,? чтобы|с тем чтобы|чтобы)\s+(.+?))?\s*\.?$/iu;
const english =
  /^as an?\s+(.+?),?\s+i\s+(?:want|need|can|would like)(?:\s+to)?\s+(.+?)(?:,?\s+(?:so that|so i can|in order to)\s+(.+?))?\s*\.?$/iu;
const general = /^(?:пользовател\S*|user|система|system|клиент системы|someone|кто-то)$/i;

/** A user story with the checks of INVEST that can be seen in words; undefined when it is none. */
export function storyOf(text: string): UserStory | undefined {
  const begins = /^(?:(?:я[,\s]+)?как\s+\S|as an?\s)/i.test(text);
  if (!begins || text.length > 2000) return undefined;
  const found = russian.exec(text) ?? english.exec(text);
  if (!found) {
    if (!/хочу|\bi want\b/i.test(text)) return undefined;
    return { findings: [findingAt('story-goal', text, 0, text.length)] };
  }
  const [, role = '', goal = '', value] = found;
  const goalAt = text.indexOf(goal);
  const roleAt = text.indexOf(role);
  const findings = [];
  if (general.test(role.trim())) findings.push(findingAt('story-role', text, roleAt, roleAt + role.length));
  if (value === undefined) findings.push(findingAt('story-value', text, 0, text.length));
  const several = / (?:и|а также|and) (?=\S*(?:ть|ться)(?:\s|$)|also )/iu.exec(goal);
  if (several || goal.split(/\s+/).length > 25) {
    const at = goalAt + (several?.index ?? 0);
    findings.push(
      findingAt('story-large', text, at, several ? at + several[0].length : goalAt + goal.length),
    );
  }
  const dependent =
    /(?:после реализации|зависит от|после того как будет (?:сделан|реализован)|depends on|after story)\S*(?:\s+\S+)?/iu.exec(
      text,
    );
  if (dependent)
    findings.push(findingAt('story-dependent', text, dependent.index, dependent.index + dependent[0].length));
  return { role, goal, ...(value !== undefined && { value }), findings };
}
