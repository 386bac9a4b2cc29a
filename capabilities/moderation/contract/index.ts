export {
  CaseFlag,
  CaseHistoryEntry,
  CaseStatus,
  claimCase,
  decideCase,
  getCase,
  listCases,
  ModerationCase,
  ModerationCaseDetail,
  releaseCase,
} from './cases.ts';
export {
  checkText,
  deleteImageBlock,
  getStats,
  ImageBlock,
  listImageBlocks,
  ModerationStats,
} from './desk.ts';
export { ModerationCaseDecided } from './events.ts';
export { createReason, deleteReason, listReasons, Reason, updateReason } from './reasons.ts';
