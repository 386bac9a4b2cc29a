import type { Clock } from '#base/time';
import type { Identity } from '#capabilities/identity/server';
import type { CasePreview, ModerationSubject } from '#capabilities/moderation/server';
import type { Catalogue } from '../rooms.ts';
import { findReports, findUnlocks, settleUnlock } from './mark.store.ts';
import { findReviewsById } from './review.store.ts';
import type { Reviews } from './reviews.ts';

interface SubjectsNeeds {
  readonly clock: Clock;
  readonly identity: Identity;
  readonly catalogue: Catalogue;
  readonly reviews: Reviews;
}

/** Reviews, reports from the spot and requests to be let in again, as moderators meet them. */
export function peopleSubjects({
  clock,
  identity,
  catalogue,
  reviews,
}: SubjectsNeeds): readonly ModerationSubject[] {
  return [
    {
      kind: 'quests.review',
      label: { ru: 'Отзыв', en: 'Review' },
      permission: 'moderate_reviews',
      slaHours: 24,
      async preview(reader, ids) {
        const rows = await findReviewsById(reader, ids);
        const quests = await catalogue.briefs(
          reader,
          rows.map((row) => row.quest_id),
        );
        return new Map(
          rows.map((row): [string, CasePreview] => [
            row.id,
            {
              title: `${'★'.repeat(row.stars)} ${quests.get(row.quest_id)?.title ?? ''}`,
              text: row.text,
              imageFileIds: row.photo_file_ids,
              path: `/app/quests/${row.quest_id}`,
            },
          ]),
        );
      },
      apply: (tx, { subjectId, decision }) => reviews.settle(tx, subjectId, decision === 'approve'),
    },
    {
      kind: 'quests.report',
      label: { ru: 'Жалоба на квест', en: 'Report about a quest' },
      permission: 'moderate_content',
      slaHours: 48,
      async preview(reader, ids) {
        const rows = await findReports(reader, ids);
        const quests = await catalogue.briefs(
          reader,
          rows.map((row) => row.quest_id),
        );
        return new Map(
          rows.map((row): [string, CasePreview] => [
            row.id,
            {
              title: quests.get(row.quest_id)?.title ?? '',
              text: row.comment,
              path: `/app/studio/${row.quest_id}`,
            },
          ]),
        );
      },
      // The decision itself tells whether the report was right; repairing the quest is the author's work.
      apply: async () => undefined,
    },
    {
      kind: 'identity.unlock',
      label: { ru: 'Просьба о разблокировке', en: 'Request to be unlocked' },
      permission: 'can_lock_users',
      slaHours: 24,
      async preview(reader, ids) {
        const rows = await findUnlocks(reader, ids);
        const people = await identity.people(rows.map((row) => row.user_id));
        return new Map(
          rows.map((row): [string, CasePreview] => [
            row.id,
            {
              title: people.get(row.user_id)?.displayName ?? row.user_id,
              text: row.message,
              path: `/app/users/${row.user_id}`,
            },
          ]),
        );
      },
      async apply(tx, { subjectId, decision, moderatorId }) {
        const [row] = await findUnlocks(tx, [subjectId]);
        if (row === undefined || row.state !== 'open') return;
        await settleUnlock(tx, subjectId, decision === 'approve' ? 'approved' : 'rejected', clock());
        if (decision === 'approve') await identity.unlock(tx, moderatorId, row.user_id);
      },
    },
  ];
}
