export { createJobEngine, type JobEngine, type JobEngineOptions } from './engine.ts';
export type { QueueFigures } from './figures.ts';
export {
  defineJob,
  type JobDefinition,
  type JobHandler,
  type JobRun,
  type Jobs,
  type RetryPolicy,
  type SendOptions,
} from './types.ts';
