import type { ToolCommand } from '#platform/server/modules';
import { checkCommand } from './bsl/check.ts';
import { rulesCommand } from './bsl/rules.ts';

/** Code analysis on the command line. */
export const bslTools: readonly ToolCommand[] = [checkCommand, rulesCommand];
