import { checkArchive } from './archive.ts';
import { checkBlock } from './check-block.ts';
import { checkCode, fixCode } from './code.ts';
import { reportCoverage } from './coverage.ts';
import { drawDiagram, lintDiagram } from './diagrams.ts';
import { listRules } from './list-rules.ts';
import { namesInText } from './names.ts';
import { outlineCode } from './outline.ts';
import {
  comparePlans,
  forecastThroughput,
  readPlan,
  schedulePlan,
  simulatePlan,
  validatePlanDocument,
  writePlan,
} from './plans.ts';
import { checkQuery, explainQuery, formatQuery, optimizeQuery } from './query.ts';
import { readAttachment } from './read-attachment.ts';
import { analyzeDocument, analyzeRequirements, traceRequirements } from './requirements.ts';
import { checkScenario, writeScenario } from './scenarios.ts';
import { generateTests } from './tests.ts';
import { writeReport } from './write-report.ts';

/** Everything the engines do for pages and tools, by name. */
export const engineTasks = {
  analyzeDocument,
  analyzeRequirements,
  checkArchive,
  checkBlock,
  checkCode,
  checkQuery,
  checkScenario,
  comparePlans,
  drawDiagram,
  explainQuery,
  fixCode,
  forecastThroughput,
  formatQuery,
  generateTests,
  lintDiagram,
  listRules,
  namesInText,
  optimizeQuery,
  outlineCode,
  readAttachment,
  readPlan,
  reportCoverage,
  schedulePlan,
  simulatePlan,
  traceRequirements,
  validatePlanDocument,
  writePlan,
  writeReport,
  writeScenario,
} as const;

type Tasks = typeof engineTasks;

export type TaskName = keyof Tasks;
export type TaskInput<Name extends TaskName> = Parameters<Tasks[Name]>[0];
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]>>;
