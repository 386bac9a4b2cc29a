import type { Rule } from '../../rule.ts';
import { queriesRules } from './index.ts';

/** The rule of this group with the key. */
export function ruleOf(key: string): Rule {
  const rule = queriesRules.find((each) => each.key === key);
  if (rule === undefined) throw new Error(`No rule ${key}`);
  return rule;
}

/** A module that gives a query to a variable, line by line as a module has it. */
export function moduleWith(query: string): string {
  return `Т = "${query.replaceAll('"', '""').replaceAll('\n', '\n|')}";`;
}
