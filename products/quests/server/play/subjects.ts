import type { CasePreview, ModerationSubject } from '#capabilities/moderation/server';
import { type CheckInCaseRow, findCheckInCases } from './check-in.store.ts';
import type { Help } from './help.ts';
import { findPhotos, settlePhoto } from './photo.store.ts';

function describe({ distance, accuracy, spoof_score, reasons }: CheckInCaseRow): string {
  const figures = `${Math.round(distance)} m ± ${Math.round(accuracy)} m, score ${spoof_score.toFixed(2)}`;
  return reasons.length === 0 ? figures : `${figures}: ${reasons.join(', ')}`;
}

/** What people decide about play: photos that answered a task, and check-ins that looked strange. */
export function playSubjects(help: Help): readonly ModerationSubject[] {
  return [
    {
      kind: 'quests.photo',
      label: { ru: 'Фото к заданию', en: 'Task photo' },
      permission: 'moderate_content',
      slaHours: 24,
      async preview(reader, ids) {
        const photos = await findPhotos(reader, ids);
        return new Map(
          photos.map((photo): [string, CasePreview] => [
            photo.id,
            { title: photo.title, text: photo.question, imageFileIds: [photo.file_id] },
          ]),
        );
      },
      async apply(tx, { subjectId, decision }) {
        const [photo] = await findPhotos(tx, [subjectId]);
        if (photo === undefined || photo.state !== 'waiting') return;
        await settlePhoto(tx, subjectId, decision === 'approve' ? 'approved' : 'rejected');
        if (decision === 'reject') await help.takePhotoScore(tx, photo.session_id, photo.point_id);
      },
    },
    {
      kind: 'quests.check_in',
      label: { ru: 'Подозрительная отметка', en: 'Strange check-in' },
      permission: 'moderate_content',
      slaHours: 48,
      async preview(reader, ids) {
        const cases = await findCheckInCases(reader, ids);
        return new Map(
          cases.map((one): [string, CasePreview] => [one.id, { title: one.title, text: describe(one) }]),
        );
      },
      async apply(tx, { subjectId, decision }) {
        const [one] = await findCheckInCases(tx, [subjectId]);
        if (one !== undefined) await help.settleCheckIn(tx, one.session_id, decision === 'approve');
      },
    },
  ];
}
