import type { Rule } from '../../rule.ts';
import { modulesRules } from '../modules/index.ts';
import { callsRules } from './index.ts';

/** The rule of the groups about calls and modules with the key. */
export function ruleOf(key: string): Rule {
  const rule = [...callsRules, ...modulesRules].find((each) => each.key === key);
  if (rule === undefined) throw new Error(`No rule ${key}`);
  return rule;
}
