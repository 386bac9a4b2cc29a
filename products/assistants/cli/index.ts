import type { ToolCommand } from '#platform/server/modules';
import { bslTools } from './bsl.ts';
import { coverageTools } from './coverage.ts';
import { metadataTools } from './metadata.ts';
import { planningTools } from './planning.ts';

/** The engines on the command line: each works on files alone. */
export const assistantsTools: readonly ToolCommand[] = [
  ...bslTools,
  ...coverageTools,
  ...planningTools,
  ...metadataTools,
];
