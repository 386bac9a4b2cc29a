import type * as wire from '../../contract/index.ts';
import { isHeld } from '../cases/case.rules.ts';
import type { CaseView, ListedCase } from '../cases/case.ts';
import type { DeskStats } from '../cases/desk.ts';
import type { ImageBlock } from '../images/image-block.ts';
import type { CasePreview, Flag } from '../index.ts';
import type { Subjects } from '../subjects.ts';

/** As whom and when a case is looked at. */
export interface Viewing {
  readonly userId: string;
  readonly now: Date;
  readonly subjects: Subjects;
}

const instant = (date: Date | null) => date?.toISOString() ?? null;

export function presentFlag({ code, score, at }: Flag): wire.CaseFlag {
  return { code, score, ...(at === undefined ? {} : { at: [at[0], at[1]] }) };
}

function presentPreview({ title, text, imageFileIds = [], path }: CasePreview) {
  return { title, text, image_file_ids: [...imageFileIds], path: path ?? null };
}

function labelOf(subjects: Subjects, kind: string) {
  return { ...(subjects.find(kind)?.label ?? { ru: kind, en: kind }) };
}

export function presentCase(found: ListedCase, { userId, now, subjects }: Viewing): wire.ModerationCase {
  const isClaimed = isHeld(found, now);
  const isUnfinished = found.status === 'open' || found.status === 'claimed';
  return {
    id: found.id,
    kind: found.kind,
    kind_label: labelOf(subjects, found.kind),
    subject_id: found.subjectId,
    author_id: found.authorId,
    status: found.status === 'claimed' && !isClaimed ? 'open' : found.status,
    flags: found.flags.map(presentFlag),
    reports: found.reports,
    opened_at: found.openedAt.toISOString(),
    due_at: found.dueAt.toISOString(),
    late: isUnfinished && found.dueAt < now,
    claimed_by: isClaimed ? found.claimedBy : null,
    mine: isClaimed && found.claimedBy === userId,
    claim_expires_at: isClaimed ? instant(found.claimExpiresAt) : null,
    closed_at: instant(found.closedAt),
    reason_code: found.reasonCode,
    note: found.note,
    decided_by: found.decidedBy,
    preview: found.preview === null ? null : presentPreview(found.preview),
  };
}

export function presentDetail(found: CaseView, viewing: Viewing): wire.ModerationCaseDetail {
  return {
    ...presentCase(found, viewing),
    marks: found.marks.map(presentFlag),
    history: found.history.map((entry) => ({
      happened_at: entry.happenedAt.toISOString(),
      act: entry.act,
      actor_id: entry.actorId,
      reason_code: entry.reasonCode,
      note: entry.note,
    })),
    comments: [...found.comments],
  };
}

export function presentStats(stats: DeskStats, subjects: Subjects): wire.ModerationStats {
  const sum = (field: 'queue' | 'late' | 'claimed') =>
    stats.kinds.reduce((total, figures) => total + figures[field], 0);
  return {
    queue: sum('queue'),
    late: sum('late'),
    claimed: sum('claimed'),
    median_age_seconds: stats.medianAgeSeconds,
    kinds: stats.kinds.map(({ kind, queue, late }) => ({
      kind,
      label: labelOf(subjects, kind),
      queue,
      late,
    })),
    moderators: stats.moderators.map((figures) => ({
      moderator_id: figures.moderatorId,
      decided: figures.decided,
      approved: figures.approved,
      rejected: figures.rejected,
      median_seconds: figures.medianSeconds,
    })),
  };
}

export function presentBlock(block: ImageBlock): wire.ImageBlock {
  return {
    id: block.id,
    hash: block.hash,
    mirrored: block.mirroredHash !== null,
    case_id: block.caseId,
    blocked_at: block.blockedAt.toISOString(),
  };
}
