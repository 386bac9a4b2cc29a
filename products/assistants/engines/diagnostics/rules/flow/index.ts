import type { Rule } from '../../rule.ts';
import { selfAssign } from './self-assign.ts';

export const flowRules: readonly Rule[] = [selfAssign];
