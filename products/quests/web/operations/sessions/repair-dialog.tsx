import type { ReactNode } from 'react';
import { FormTextField, useApi, useForm, useInvalidate, useNotice, useText } from '#platform/web';
import { getSession, listAllSessions, repairSession, type Session } from '../../../contract/index.ts';
import { FormChoice } from '../pieces/form-choice.tsx';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { fieldProblem } from '../refusals.ts';
import { operationsTexts } from '../texts.ts';
import { openPoints, possibleActions, RepairForm, repairBody } from './repair-form.rules.ts';

interface RepairDialogProps {
  readonly session: Session;
  /** The point to complete, when the dialog was opened from one. */
  readonly pointId?: string | undefined;
  readonly onClose: () => void;
}

/** Helps a stuck player, with a reason. */
export function RepairDialog({ session, pointId, onClose }: RepairDialogProps): ReactNode {
  const t = useText(operationsTexts);
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const actions = possibleActions(session);
  const form = useForm({
    schema: RepairForm,
    initial: {
      action: actions[0] ?? 'adjust_score',
      ranked: session.ranked ? 'no' : 'yes',
      reason: '',
      ...(pointId === undefined ? {} : { point_id: pointId }),
    },
    async submit(values) {
      const made = repairBody(values);
      if ('missing' in made) {
        const text = made.missing === 'by' ? t('sessions.by_missing') : t('sessions.which_point_missing');
        throw fieldProblem({ [made.missing]: text });
      }
      await api.call(repairSession, { params: { id: session.id }, body: made.body });
      notice.success(t('sessions.repaired'));
      onClose();
      await invalidate(getSession, listAllSessions);
    },
  });
  const { action } = form.values;
  return (
    <FormDialog
      title={t('sessions.repair_title')}
      form={form}
      submitLabel={t('sessions.apply')}
      onClose={onClose}
    >
      <FormChoice
        form={form}
        name="action"
        label={t('sessions.action')}
        options={actions.map((value) => ({ value, label: t(`sessions.action_${value}`) }))}
      />
      {action === 'complete_point' ? (
        <FormChoice
          form={form}
          name="point_id"
          label={t('sessions.which_point')}
          options={openPoints(session.points).map(({ id, title, position }) => ({
            value: id,
            label: title ?? t('sessions.point', { number: position + 1 }),
          }))}
        />
      ) : null}
      {action === 'adjust_score' ? (
        <FormTextField form={form} name="by" label={t('sessions.by')} help={t('sessions.by_help')} />
      ) : null}
      {action === 'set_ranked' ? (
        <FormChoice
          form={form}
          name="ranked"
          label={t('sessions.ranking')}
          options={[
            { value: 'yes', label: t('sessions.ranking_on') },
            { value: 'no', label: t('sessions.ranking_off') },
          ]}
        />
      ) : null}
      <FormTextField
        form={form}
        name="reason"
        label={t('reason')}
        help={t('reason_help')}
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </FormDialog>
  );
}
