import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Database, Tx } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import { ModerationCaseDecided } from '../../contract/index.ts';
import type { Images } from '../images/images.ts';
import type { Decision } from '../index.ts';
import { hasReason } from '../reasons/reason.store.ts';
import type { Subjects } from '../subjects.ts';
import { countAuthor } from '../traces/author.store.ts';
import { caseNotFound, checkHolder, isReplay, statusAfter } from './case.rules.ts';
import { closeCase, findCase, lockCase } from './case.store.ts';
import type { Case } from './case.ts';
import { appendHistory } from './history.store.ts';

export interface NewDecision {
  readonly moderatorId: string;
  readonly decision: Decision;
  readonly reasonCode: string;
  readonly note: string | null;
  readonly blockImages: boolean;
}

interface Dependencies {
  readonly database: Database;
  readonly events: Events;
  readonly subjects: Subjects;
  readonly images: Images;
  readonly clock: Clock;
}

/**
 * Decides a case once: the decision, what it does to the subject, its history and its event are one transaction.
 * The same decision of the same moderator again changes nothing.
 */
export function createDeciding({ database, events, subjects, images, clock }: Dependencies) {
  async function pictures(found: Case, { blockImages, decision }: NewDecision) {
    if (!blockImages) return [];
    if (decision !== 'reject')
      throw new Refusal(
        'invalid',
        'moderation.block_needs_rejection',
        'Only rejected pictures can be blocked.',
      );
    const previews = await subjects.known(found.kind).preview(database, [found.subjectId]);
    return images.hashesOf(previews.get(found.subjectId)?.imageFileIds ?? []);
  }

  async function record(tx: Tx, found: Case, made: NewDecision): Promise<void> {
    const { moderatorId, decision, reasonCode, note } = made;
    const status = statusAfter(decision);
    const at = clock();
    await closeCase(tx, found.id, { status, at, decidedBy: moderatorId, reasonCode, note });
    await appendHistory(tx, found.id, {
      happenedAt: at,
      act: status,
      actorId: moderatorId,
      reasonCode,
      note,
    });
    if (decision === 'reject' && found.authorId !== null)
      await countAuthor(tx, found.authorId, { rejected: 1 }, at);
    await events.emit(tx, ModerationCaseDecided, {
      case_id: found.id,
      kind: found.kind,
      subject_id: found.subjectId,
      author_id: found.authorId,
      decision,
      reason_code: reasonCode,
    });
  }

  return async (caseId: string, made: NewDecision): Promise<void> => {
    const seen = await findCase(database, caseId);
    if (seen === undefined) throw caseNotFound();
    if (isReplay(seen, made)) return;
    const hashes = await pictures(seen, made);
    await database.transaction(async (tx) => {
      const found = await lockCase(tx, caseId);
      if (found === undefined) throw caseNotFound();
      if (isReplay(found, made)) return;
      checkHolder(found, made.moderatorId);
      const { kind, subjectId } = found;
      if (!(await hasReason(tx, kind, made.reasonCode, made.decision)))
        throw new Refusal(
          'invalid',
          'moderation.reason_unknown',
          'There is no such reason for this decision.',
          {
            errors: [{ pointer: '/body/reason_code', message: 'is not a reason for this decision' }],
          },
        );
      const { moderatorId, decision, reasonCode, note } = made;
      await record(tx, found, made);
      await images.block(tx, hashes, { moderatorId, caseId, at: clock() });
      await subjects.known(kind).apply(tx, { subjectId, decision, reasonCode, note, moderatorId });
    });
  };
}
