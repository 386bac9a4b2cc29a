import { newId } from '#base/ids';
import { type Clock, hour } from '#base/time';
import type { Tx } from '#platform/server/database';
import type { Flag, Moderation, NewCase } from '../index.ts';
import type { Subjects } from '../subjects.ts';
import { mergeFlags } from './case.rules.ts';
import { closeCase, insertCase, lockUnfinished, updateEvidence } from './case.store.ts';
import type { Case } from './case.ts';
import { appendHistory } from './history.store.ts';
import { keepReport } from './report.store.ts';

const longestNote = 2_000;
const reported: Flag = { code: 'report', score: 0.5 };

/** Opening, adding to and withdrawing cases, in the transaction of the product. */
export function createOpening({
  subjects,
  clock,
}: {
  readonly subjects: Subjects;
  readonly clock: Clock;
}): Pick<Moderation, 'open' | 'withdraw'> {
  async function theCase(tx: Tx, newCase: NewCase, now: Date): Promise<Case> {
    const { kind, subjectId, authorId } = newCase;
    const { slaHours } = subjects.known(kind);
    const dueAt = new Date(now.getTime() + slaHours * hour);
    // Between a lost insert and the look at the winner a decision may close it: then there is room again.
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const made = await insertCase(tx, { id: newId(), kind, subjectId, authorId, openedAt: now, dueAt });
      const found = await lockUnfinished(tx, kind, subjectId);
      if (found === undefined) continue;
      if (made) {
        const note =
          newCase.reportedBy === undefined ? (newCase.comment?.slice(0, longestNote) ?? null) : null;
        await appendHistory(tx, found.id, { happenedAt: now, act: 'opened', note });
      } else if ((newCase.flags ?? []).length > 0)
        await appendHistory(tx, found.id, { happenedAt: now, act: 'flagged' });
      return found;
    }
    throw new Error('The case could not be opened: it is being decided again and again.');
  }

  return {
    async open(tx, newCase) {
      const now = clock();
      const { id, flags } = await theCase(tx, newCase, now);
      const { reportedBy, comment } = newCase;
      const isFirst =
        reportedBy !== undefined &&
        (await keepReport(tx, {
          caseId: id,
          reporterId: reportedBy,
          note: comment?.slice(0, longestNote) ?? null,
          at: now,
        }));
      if (isFirst) await appendHistory(tx, id, { happenedAt: now, act: 'reported' });
      const added = [...(newCase.flags ?? []), ...(reportedBy === undefined ? [] : [reported])];
      await updateEvidence(tx, id, mergeFlags(flags, added), isFirst ? 1 : 0);
      return id;
    },

    async withdraw(tx, kind, subjectId) {
      const found = await lockUnfinished(tx, kind, subjectId);
      if (found === undefined) return;
      const at = clock();
      await closeCase(tx, found.id, {
        status: 'withdrawn',
        at,
        decidedBy: null,
        reasonCode: null,
        note: null,
      });
      await appendHistory(tx, found.id, { happenedAt: at, act: 'withdrawn' });
    },
  };
}
