import type { Rule } from '../../rule.ts';

export const modulesRules: readonly Rule[] = [];
