import type { Clock } from '#base/time';
import type { Tool } from '../tool.ts';
import type { ToolEngine } from '../tool-engines.ts';
import { forecastTool } from './forecast-throughput.ts';
import { scheduleTool } from './schedule-plan.ts';
import { simulateTool } from './simulate-plan.ts';

/** Tools about plans; a plan without a start begins today by the clock. */
export function planningTools(engine: ToolEngine, clock: Clock): readonly Tool[] {
  const today = (): string => clock().toISOString().slice(0, 10);
  return [scheduleTool(engine, today), simulateTool(engine, today), forecastTool(engine, today)];
}
