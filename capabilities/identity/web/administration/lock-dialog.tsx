import { Button, Dialog, DialogContent, DialogTitle, Stack, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { Form, FormTextField, useApi, useForm, useInvalidate, useNotice, useText } from '#platform/web';
import { getUser, listUsers, lockUser, type UserAccount } from '../../contract/index.ts';
import { inWords, useRefusals } from '../texts/refusals.ts';
import { administrationTexts, identityTexts } from '../texts.ts';

interface LockDialogProps {
  readonly user: UserAccount;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks for the reason, then locks. */
export function LockDialog({ user, open, onClose }: LockDialogProps): ReactNode {
  const t = useText(administrationTexts);
  const shared = useText(identityTexts);
  const refusals = useRefusals();
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const titleId = useId();
  const form = useForm({
    schema: lockUser.body,
    initial: { reason: '' },
    async submit(body) {
      try {
        await api.call(lockUser, { params: { id: user.id }, body });
      } catch (error) {
        throw inWords(error, refusals);
      }
      notice.success(t('user.locked'));
      onClose();
      await invalidate(getUser, listUsers);
    },
  });
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{t('user.lock_title', { name: user.display_name })}</DialogTitle>
      <DialogContent>
        <Form form={form} refusals={refusals} label={t('user.lock_action')}>
          <Typography sx={{ color: 'text.secondary' }}>{t('user.lock_help')}</Typography>
          <FormTextField
            form={form}
            name="reason"
            label={t('user.reason')}
            help={t('user.reason_help')}
            multiline
            minRows={2}
          />
          <Stack direction="row" spacing={1} sx={{ justifyContent: 'flex-end' }}>
            <Button color="inherit" onClick={onClose}>
              {shared('back')}
            </Button>
            <Button type="submit" variant="contained" color="error" loading={form.isSubmitting}>
              {t('user.lock_action')}
            </Button>
          </Stack>
        </Form>
      </DialogContent>
    </Dialog>
  );
}
