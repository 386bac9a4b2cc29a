import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import {
  Form,
  FormTextField,
  SubmitButton,
  useApi,
  useForm,
  useInvalidate,
  useNotice,
  useText,
} from '#platform/web';
import { changePassword, getProfile, listSessions, type Profile } from '../../contract/index.ts';
import { Section } from '../account/section.tsx';
import { PasswordStrength } from '../passwords/password-strength.tsx';
import { useRefusals } from '../texts/refusals.ts';
import { accountTexts } from '../texts.ts';

function PasswordForm({
  profile,
  onDone,
}: {
  readonly profile: Profile;
  readonly onDone: () => void;
}): ReactNode {
  const t = useText(accountTexts);
  const refusals = useRefusals();
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const form = useForm({
    schema: changePassword.body,
    initial: { current_password: '', new_password: '' },
    async submit(body) {
      await api.call(changePassword, { body });
      notice.success(t('password.changed'));
      onDone();
      await invalidate(getProfile, listSessions);
    },
  });
  return (
    <Form form={form} refusals={refusals} label={t('password.title')}>
      <input type="hidden" autoComplete="username" value={profile.email ?? ''} readOnly />
      {profile.has_password ? (
        <FormTextField
          form={form}
          name="current_password"
          type="password"
          label={t('password.current')}
          autoComplete="current-password"
        />
      ) : null}
      <FormTextField
        form={form}
        name="new_password"
        type="password"
        label={t('password.new')}
        autoComplete="new-password"
        help={<PasswordStrength password={form.values.new_password ?? ''} />}
      />
      <SubmitButton form={form} sx={{ alignSelf: 'flex-start' }}>
        {profile.has_password ? t('password.change') : t('password.set')}
      </SubmitButton>
    </Form>
  );
}

/** Changes the password, or sets a first one. */
export function PasswordSection({ profile }: { readonly profile: Profile }): ReactNode {
  const t = useText(accountTexts);
  const [open, setOpen] = useState(false);
  return (
    <Section
      title={t('password.title')}
      help={profile.has_password ? t('password.help') : t('password.none')}
      side={
        open ? undefined : (
          <Button variant="outlined" color="inherit" onClick={() => setOpen(true)}>
            {profile.has_password ? t('password.change') : t('password.set')}
          </Button>
        )
      }
    >
      {open ? <PasswordForm profile={profile} onDone={() => setOpen(false)} /> : null}
    </Section>
  );
}
