import type { Rule } from '../../rule.ts';

export const callsRules: readonly Rule[] = [];
