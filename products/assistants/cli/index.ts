import type { ToolCommand } from '#platform/server/modules';
import { bslTools } from './bsl.ts';
import { coverageTools } from './coverage.ts';
import { diagramsTools } from './diagrams.ts';
import { documentsTools } from './documents.ts';
import { mcpCommand } from './mcp.ts';
import { metadataTools } from './metadata.ts';
import { planningTools } from './planning.ts';
import { queryTools } from './query.ts';
import { requirementsTools } from './requirements.ts';
import { scenarioTools } from './scenarios.ts';
import { testGenerationTools } from './test-generation.ts';

/** The engines on the command line: each works on files alone. */
export const assistantsTools: readonly ToolCommand[] = [
  ...bslTools,
  ...coverageTools,
  ...scenarioTools,
  ...testGenerationTools,
  ...planningTools,
  ...metadataTools,
  ...diagramsTools,
  ...documentsTools,
  ...requirementsTools,
  ...queryTools,
  mcpCommand,
];
