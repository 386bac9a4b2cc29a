import type { ToolCommand } from '#platform/server/modules';
import { checkCommand } from './metadata/check.ts';
import { diffCommand } from './metadata/diff.ts';
import { impactCommand } from './metadata/impact.ts';
import { namesCommand } from './metadata/names.ts';
import { summaryCommand } from './metadata/summary.ts';

/** Questions about a configuration on the command line. */
export const metadataTools: readonly ToolCommand[] = [
  summaryCommand,
  impactCommand,
  checkCommand,
  diffCommand,
  namesCommand,
];
