import type { QualityFinding } from '../requirement.ts';
import { type RuleKey, rules } from './tables.ts';

/** A finding about the words between two places of the text. */
export function findingAt(key: RuleKey, text: string, start: number, end: number): QualityFinding {
  const rule = rules[key];
  const words = text.slice(start, end);
  const shown = words.length > 60 ? `${words.slice(0, 57)}…` : words;
  return {
    key,
    severity: rule.severity,
    message: { ru: rule.ru.replace('{}', () => shown), en: rule.en.replace('{}', () => shown) },
    hint: { ru: rule.hintRu, en: rule.hintEn },
    start,
    end,
    words,
  };
}
