import type { Rule } from '../../rule.ts';

export const queriesRules: readonly Rule[] = [];
