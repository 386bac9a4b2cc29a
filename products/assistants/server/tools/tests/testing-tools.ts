import type { Tool } from '../tool.ts';
import type { ToolEngine } from '../tool-engines.ts';
import { coverageTool } from './coverage-report.ts';
import { generateTestsTool } from './generate-tests.ts';
import { checkScenarioTool, writeScenarioTool } from './scenarios.ts';

/** Tools about tests. */
export function testingTools(engine: ToolEngine): readonly Tool[] {
  return [
    generateTestsTool(engine),
    coverageTool(engine),
    writeScenarioTool(engine),
    checkScenarioTool(engine),
  ];
}
