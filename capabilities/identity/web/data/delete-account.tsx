import { Button, Dialog, DialogContent, DialogTitle, Stack, Typography } from '@mui/material';
import { type ReactNode, useId, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { Type } from 'typebox';
import { Form, FormTextField, useApi, useForm, useNotice, useSession, useText } from '#platform/web';
import { deleteMe, type Profile } from '../../contract/index.ts';
import { inWords, useRefusals } from '../texts/refusals.ts';
import { accountTexts, identityTexts } from '../texts.ts';

const plain = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

interface DeleteAccountProps {
  readonly profile: Profile;
  readonly onClose: () => void;
}

/** Asks for the typed address and the password, then deletes the account and leaves. */
export function DeleteAccount({ profile, onClose }: DeleteAccountProps): ReactNode {
  const t = useText(accountTexts);
  const shared = useText(identityTexts);
  const refusals = useRefusals();
  const api = useApi();
  const session = useSession();
  const notice = useNotice();
  const navigate = useNavigate();
  const titleId = useId();
  const asked = profile.email ?? profile.display_name;
  const schema = useMemo(() => {
    const typed = Type.String({ pattern: `^\\s*${plain(asked)}\\s*$` });
    const password = Type.String({ minLength: 1, maxLength: 256 });
    return Type.Object({ typed, password: profile.has_password ? password : Type.Optional(password) });
  }, [asked, profile.has_password]);
  const form = useForm({
    schema,
    initial: { typed: '', password: '' },
    async submit({ password }) {
      try {
        await api.call(deleteMe, { body: password === undefined ? {} : { password } });
      } catch (error) {
        throw inWords(error, refusals);
      }
      notice.success(t('data.deleted'));
      // Nobody should be led back to the page of a deleted account.
      await navigate('/');
      await session.signOut();
    },
  });
  return (
    <Dialog
      open
      onClose={form.isSubmitting ? undefined : onClose}
      aria-labelledby={titleId}
      fullWidth
      maxWidth="xs"
    >
      <DialogTitle id={titleId}>{t('data.dialog_title')}</DialogTitle>
      <DialogContent>
        <Form form={form} refusals={refusals} label={t('data.dialog_title')}>
          <Typography sx={{ color: 'text.secondary' }}>{t('data.dialog_help')}</Typography>
          <Typography sx={{ overflowWrap: 'anywhere' }}>{t('data.type', { text: asked })}</Typography>
          <FormTextField
            form={form}
            name="typed"
            label={t('data.confirmation')}
            patternText={t('data.type_wrong')}
            autoComplete="off"
          />
          {profile.has_password ? (
            <FormTextField
              form={form}
              name="password"
              type="password"
              label={shared('password')}
              autoComplete="current-password"
            />
          ) : null}
          <Stack direction="row" spacing={1} sx={{ justifyContent: 'flex-end' }}>
            <Button color="inherit" disabled={form.isSubmitting} onClick={onClose}>
              {shared('back')}
            </Button>
            <Button type="submit" variant="contained" color="error" loading={form.isSubmitting}>
              {t('data.dialog_action')}
            </Button>
          </Stack>
        </Form>
      </DialogContent>
    </Dialog>
  );
}
