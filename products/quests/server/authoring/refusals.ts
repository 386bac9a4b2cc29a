import { Refusal } from '#base/refusal';
import type { ReadinessFault } from './readiness.rules.ts';
import type { RouteFault } from './task.rules.ts';

export const revisionStale = (revision: number) =>
  new Refusal(
    'conflict',
    'quests.revision_stale',
    'The quest was changed in the meantime. Load it again before you save.',
    { revision },
  );

export const inReview = () =>
  new Refusal(
    'conflict',
    'quests.in_review',
    'The quest is with the moderators. Take it back before you change it.',
  );

export const notInReview = () =>
  new Refusal('conflict', 'quests.not_in_review', 'The quest is not with the moderators.');

export const notArchived = () => new Refusal('conflict', 'quests.not_archived', 'The quest is not archived.');

export const notReady = (faults: readonly ReadinessFault[]) =>
  new Refusal('conflict', 'quests.not_ready', 'The quest is not ready yet.', {
    faults: faults.map(({ code, pointId }) => ({ code, point_id: pointId })),
  });

export const taskContradictsItself = (faults: readonly RouteFault[]) =>
  new Refusal('invalid', 'quests.task_contradicts_itself', 'A point of the route contradicts itself.', {
    errors: faults.map(({ pointer, message }) => ({ pointer: `/body${pointer}`, message })),
  });
