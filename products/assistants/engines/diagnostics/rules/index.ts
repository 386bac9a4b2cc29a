import type { Rule } from '../rule.ts';
import { callsRules } from './calls/index.ts';
import { configurationRules } from './configuration/index.ts';
import { flowRules } from './flow/index.ts';
import { modulesRules } from './modules/index.ts';
import { queriesRules } from './queries/index.ts';
import { textRules } from './text/index.ts';

/** Every rule, by key. */
export const allRules: readonly Rule[] = [
  ...textRules,
  ...flowRules,
  ...callsRules,
  ...modulesRules,
  ...configurationRules,
  ...queriesRules,
].toSorted((left, right) => left.key.localeCompare(right.key));
