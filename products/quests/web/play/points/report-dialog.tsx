import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { Form, FormTextField, SubmitButton, useForm, useNotice, useSend, useText } from '#platform/web';
import { reportPoint } from '../../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { playTexts } from '../texts.ts';

interface ReportDialogProps {
  readonly questId: string;
  readonly pointId: string | null;
  readonly onClose: () => void;
}

/** Something is wrong on the spot: the author and the moderators hear of it. */
export function ReportDialog({ questId, pointId, onClose }: ReportDialogProps): ReactNode {
  const t = useText(playTexts);
  const notice = useNotice();
  const refusals = useRefusals();
  const titleId = useId();
  const send = useSend(reportPoint);
  const form = useForm({
    schema: reportPoint.body,
    initial: { comment: '', ...(pointId === null ? {} : { point_id: pointId }) },
    submit: async (body) => {
      await send.mutateAsync({ params: { id: questId }, body });
      notice.success(t('report.done'));
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{t('report.title')}</DialogTitle>
      <Form form={form} refusals={refusals}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <DialogContentText>{t('report.help')}</DialogContentText>
          <FormTextField
            form={form}
            name="comment"
            label={t('report.comment')}
            multiline
            minRows={3}
            autoFocus
          />
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('word.cancel')}
          </Button>
          <SubmitButton form={form}>{t('report.send')}</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
