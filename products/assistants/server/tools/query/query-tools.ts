import type { GroundOfCall } from '../ground-of-call.ts';
import type { Tool } from '../tool.ts';
import type { ToolEngine } from '../tool-engines.ts';
import { checkQueryTool } from './check-query.ts';
import { explainQueryTool } from './explain-query.ts';
import { optimizeQueryTool } from './optimize-query.ts';

/** Tools about queries. */
export function queryTools(engine: ToolEngine, ground: GroundOfCall): readonly Tool[] {
  return [
    checkQueryTool(engine, ground),
    optimizeQueryTool(engine, ground),
    explainQueryTool(engine, ground),
  ];
}
