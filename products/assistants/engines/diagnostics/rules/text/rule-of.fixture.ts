import type { Rule } from '../../rule.ts';
import { textRules } from './index.ts';

/** The rule of this group with the key. */
export function ruleOf(key: string): Rule {
  const rule = textRules.find((each) => each.key === key);
  if (rule === undefined) throw new Error(`No rule ${key}`);
  return rule;
}
