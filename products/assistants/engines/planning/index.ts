export { fiveDayCalendar, roundTheClockCalendar, russianHolidays } from './calendar/standard.ts';
export { type Comparison, comparePlans, type TaskChange } from './compare/compare.ts';
export type { Cost } from './cost/cost.rules.ts';
export { type CostPoint, costCurve } from './cost/s-curve.ts';
export type { Fault, Result } from './fault.ts';
export { mermaidGantt } from './gantt/mermaid.ts';
export { type GanttChart, type GanttRow, ganttChart } from './gantt/rows.ts';
export type { LevellingRule } from './levelling/level.ts';
export type { BucketSize } from './load/buckets.ts';
export { type LoadCell, type ResourceLoad, teamLoad } from './load/team-load.ts';
export { type Pert, type PertPath, type PertTask, pertOf } from './pert/pert.ts';
export type {
  Assignment,
  Calendar,
  CalendarException,
  DaySpan,
  DistributionName,
  Link,
  LinkType,
  LocalMoment,
  Plan,
  Progress,
  Resource,
  RiskEvent,
  Task,
  ThreePoints,
  Words,
  WorkUnit,
} from './plan.ts';
export { type EarnedValue, earnedValue } from './progress/earned-value.ts';
export { readPlanCsv } from './reading/csv.ts';
export { readPlanJson, readPlanValue } from './reading/json.ts';
export { readMspdi } from './reading/mspdi-read.ts';
export { writeMspdi } from './reading/mspdi-write.ts';
export { PlanFile } from './reading/plan-file.ts';
export type { Basis } from './schedule/placement.ts';
export {
  type Schedule,
  type ScheduledTask,
  type ScheduleOptions,
  schedulePlan,
} from './schedule/schedule.ts';
export { simulatePlan } from './simulation/simulate.ts';
export type {
  Percentiles,
  SimulatedRisk,
  SimulatedTask,
  Simulation,
  SimulationOptions,
} from './simulation/simulation.ts';
export {
  type Chances,
  forecastThroughput,
  type ThroughputForecast,
  type ThroughputQuestion,
} from './throughput/throughput.ts';
export { validatePlan } from './validation/validate.ts';
