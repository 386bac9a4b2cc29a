import type { Clock } from '#base/time';
import type { RunEngine } from '../engines/engines.ts';
import { checkCodeTool } from './code/check-code.ts';
import { explainCodeTool } from './code/explain-code.ts';
import { drawDiagramTool } from './diagrams/draw-diagram.ts';
import { type GroundOfCall, noGround } from './ground-of-call.ts';
import { planningTools } from './planning/planning-tools.ts';
import { queryTools } from './query/query-tools.ts';
import { requirementsTools } from './requirements/requirements-tools.ts';
import { testingTools } from './tests/testing-tools.ts';
import type { Tool } from './tool.ts';
import { createToolEngine } from './tool-engines.ts';

/** The engines as tools; they need no database. Code and queries are grounded in what `ground` tells of a call. */
export function engineTools(run: RunEngine, clock: Clock, ground: GroundOfCall = noGround): readonly Tool[] {
  const engine = createToolEngine(run);
  return [
    checkCodeTool(engine, ground),
    explainCodeTool(engine, ground),
    ...queryTools(engine, ground),
    ...requirementsTools(engine),
    drawDiagramTool(engine),
    ...planningTools(engine, clock),
    ...testingTools(engine),
  ];
}
