import type { ToolCommand } from '#platform/server/modules';
import { bslTools } from './bsl.ts';
import { planningTools } from './planning.ts';

/** The engines on the command line: each works on files alone. */
export const assistantsTools: readonly ToolCommand[] = [...bslTools, ...planningTools];
