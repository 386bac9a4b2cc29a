export {
  ArchiveDone,
  CheckedFile,
  CodeFinding,
  CodeRule,
  checkArchive,
  checkCode,
  fixCode,
  largestArchive,
  listCodeRules,
  Severity,
  SeverityCounts,
  severities,
} from './code.ts';
export {
  architectGenerateDiagram,
  DiagramKindName,
  DiagramNote,
  DrawnDiagram,
  drawDiagram,
  lintDiagram,
} from './diagrams.ts';
export { UnknownName } from './grounding.ts';
export { Outline, OutlineMethod, outlineCode } from './outline.ts';
export {
  comparePlans,
  EarnedValue,
  forecastThroughput,
  GanttRow,
  PlanComparison,
  PlanDocument,
  PlanFault,
  PlanSchedule,
  planBody,
  ResourceLoad,
  readPlan,
  Schedule,
  ScheduledTask,
  Simulation,
  schedulePlan,
  simulatePlan,
  ThroughputForecast,
  writePlan,
} from './plans.ts';
export {
  CheckedQuery,
  checkQuery,
  ExplainedTable,
  explainQuery,
  formatQuery,
  OptimizedQuery,
  optimizeQuery,
  QueryExplanation,
  QueryFault,
  QueryFinding,
} from './query.ts';
export {
  analyzeDocument,
  analyzeRequirements,
  architectAnalyzeRequirements,
  largestDocument,
  Requirement,
  RequirementsAnalysis,
  SuggestedObject,
  Traceability,
  traceRequirements,
} from './requirements.ts';
export {
  deleteReview,
  getReview,
  listReviews,
  Review,
  ReviewDetail,
  reviewReport,
  reviewTrend,
} from './reviews.ts';
export {
  changePlan,
  createPlan,
  deletePlan,
  getPlan,
  getPlanVersion,
  listPlans,
  listPlanVersions,
  PlanVersion,
  SavedPlan,
  SavedPlanDetail,
} from './saved-plans.ts';
export { Position, Range, Standard, Words } from './shapes.ts';
export {
  CoverageReport,
  checkScenario,
  GeneratedTests,
  generateTests,
  reportCoverage,
  ScenarioFinding,
  TestCase,
  writeScenario,
} from './tests.ts';
export { listTools, mcpEnd, mcpListen, mcpMessage, ToolInfo } from './tools.ts';
