export {
  defineJob,
  type JobDefinition,
  type JobHandler,
  type JobRun,
  type Jobs,
  type RetryPolicy,
  type SendOptions,
} from './types.ts';
