import { type Intent, type IntentRule, intentRules, type Words } from './intents/tables.ts';
import type { Material } from './material.rules.ts';

/** What a message wants, with how sure that is. */
export interface Routed {
  readonly intent: Intent;
  readonly weight: number;
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}-]*/gu;

/** Lower case, ё as е; names of objects such as `Справочник.Валюты` fall into words. */
function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().replaceAll('ё', 'е').match(wordPattern) ?? [];
}

/** Short words must be met whole: `er` is no beginning of `error`. */
function begins(word: string | undefined, part: string): boolean {
  if (word === undefined) return false;
  return part.length <= 3
    ? word === part || (/^\p{Script=Cyrillic}/u.test(part) && part.length === 3 && word.startsWith(part))
    : word.startsWith(part);
}

function matchesAt(words: readonly string[], at: number, parts: readonly string[]): boolean {
  return parts.every((part, index) => begins(words[at + index], part));
}

function has(words: readonly string[], phrase: string): boolean {
  const parts = phrase.replaceAll('*', '').split(' ');
  return words.some((_word, at) => matchesAt(words, at, parts));
}

const hasAny = (words: readonly string[], group: Words): boolean =>
  group.some((phrase) => has(words, phrase));

function applies(rule: IntentRule, words: readonly string[], material: Material): boolean {
  if (rule.with !== undefined && material[rule.with] === undefined) return false;
  return rule.all.every((group) => hasAny(words, group));
}

/**
 * What is wanted, the surest first; empty when nothing tells. `words` is the message without what was pasted.
 */
export function intentsOf(words: string, material: Material): readonly Routed[] {
  const said = wordsOf(words);
  const sums = new Map<Intent, number>();
  for (const rule of intentRules) {
    if (!applies(rule, said, material)) continue;
    sums.set(rule.intent, (sums.get(rule.intent) ?? 0) + rule.weight);
  }
  const order = [...new Set(intentRules.map(({ intent }) => intent))];
  return [...sums]
    .map(([intent, weight]) => ({ intent, weight }))
    .sort(
      (left, right) => right.weight - left.weight || order.indexOf(left.intent) - order.indexOf(right.intent),
    );
}
