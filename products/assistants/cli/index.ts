import type { ToolCommand } from '#platform/server/modules';

/** The engines on the command line: each works on files alone. */
export const assistantsTools: readonly ToolCommand[] = [];
