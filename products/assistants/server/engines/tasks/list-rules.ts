import type { Static } from 'typebox';
import { allRules, type Rule } from '#products/assistants/engines/diagnostics';
import type * as contract from '../../../contract/index.ts';
import type { Task } from './task.ts';

type CodeRule = Static<typeof contract.CodeRule>;

const standardUrl = (number: number): string => `https://its.1c.ru/db/v8std/content/${number}/hdoc`;

function wireRule(rule: Rule): CodeRule {
  const { key, type, severity, minutes, isActive, dialect, moduleTypes, standards, title, defaults } = rule;
  return {
    key,
    type,
    severity,
    minutes,
    active: isActive,
    dialect,
    module_types: moduleTypes === undefined ? null : [...moduleTypes],
    standards: standards.map((number) => ({ number, url: standardUrl(number) })),
    title,
    parameters: { ...defaults },
  };
}

/** All rules by key. */
export const listRules: Task<object, CodeRule[]> = () =>
  allRules.toSorted((left, right) => (left.key < right.key ? -1 : 1)).map(wireRule);
