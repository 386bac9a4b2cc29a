import type { Clock } from '#base/time';
import type { RunEngine } from '../engines/engines.ts';
import { checkCodeTool } from './code/check-code.ts';
import { explainCodeTool } from './code/explain-code.ts';
import { drawDiagramTool } from './diagrams/draw-diagram.ts';
import { planningTools } from './planning/planning-tools.ts';
import { queryTools } from './query/query-tools.ts';
import { requirementsTools } from './requirements/requirements-tools.ts';
import { testingTools } from './tests/testing-tools.ts';
import type { Tool } from './tool.ts';
import { createToolEngine } from './tool-engines.ts';

/** The engines as tools; they need no database. */
export function engineTools(run: RunEngine, clock: Clock): readonly Tool[] {
  const engine = createToolEngine(run);
  return [
    checkCodeTool(engine),
    explainCodeTool(engine),
    ...queryTools(engine),
    ...requirementsTools(engine),
    drawDiagramTool(engine),
    ...planningTools(engine, clock),
    ...testingTools(engine),
  ];
}
