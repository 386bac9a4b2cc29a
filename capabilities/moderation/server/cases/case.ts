import type { CasePreview, Flag } from '../index.ts';

export type CaseStatus = 'open' | 'claimed' | 'approved' | 'rejected' | 'withdrawn';

/** One thing people decide about, from the first flag or report to the decision. */
export interface Case {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly authorId: string | null;
  readonly status: CaseStatus;
  readonly flags: readonly Flag[];
  /** People who reported it. */
  readonly reports: number;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly claimedBy: string | null;
  readonly claimExpiresAt: Date | null;
  readonly closedAt: Date | null;
  readonly reasonCode: string | null;
  readonly note: string | null;
  readonly decidedBy: string | null;
}

export type CaseAct =
  | 'opened'
  | 'flagged'
  | 'reported'
  | 'claimed'
  | 'released'
  | 'approved'
  | 'rejected'
  | 'withdrawn';

export interface HistoryEntry {
  readonly happenedAt: Date;
  readonly act: CaseAct;
  readonly actorId: string | null;
  readonly reasonCode: string | null;
  readonly note: string | null;
}

export interface ListedCase extends Case {
  /** Null when the thing is gone. */
  readonly preview: CasePreview | null;
}

export interface CaseView extends ListedCase {
  /** Where the filters would flag the text shown, as it is now. */
  readonly marks: readonly Flag[];
  readonly history: readonly HistoryEntry[];
  /** What reporters wrote, newest first; who they are is not told. */
  readonly comments: readonly string[];
}
