import { Alert, Button, Stack, TextField, Link as TextLink, Typography } from '@mui/material';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { safeReturnPath, useDocumentTitle, useText } from '#platform/web';
import { signInByDirectory } from '../../contract/index.ts';
import { tenantsTexts } from '../texts.ts';
import { useTenantRefusals } from '../use-refusals.ts';

const nameForm = /^[a-z0-9][a-z0-9-]{1,39}$/;
const pathForm = /^\/app\/[A-Za-z0-9/_.~?=&%-]*$/;

function startAddress(name: string, returnPath: string): string {
  const start = signInByDirectory.path.replace(':name', name);
  const back = `/app${returnPath}`;
  return returnPath !== '/' && pathForm.test(back) ? `${start}?return_to=${encodeURIComponent(back)}` : start;
}

/** Sign-in with the account somebody has at work; also where a directory sends those it did not let in. */
export function CompanySignInScreen(): ReactNode {
  const t = useText(tenantsTexts);
  useDocumentTitle(t('sign_in.title'));
  const refusals = useTenantRefusals();
  const [search] = useSearchParams();
  const [code] = useState(() => new URLSearchParams(window.location.hash.slice(1)).get('code'));
  const [name, setName] = useState(search.get('company') ?? '');
  const [isWrong, setWrong] = useState(false);
  function submit(event: FormEvent): void {
    event.preventDefault();
    const typed = name.trim().toLowerCase();
    if (nameForm.test(typed)) window.location.assign(startAddress(typed, safeReturnPath(search.get('from'))));
    else setWrong(true);
  }
  return (
    <Stack component="form" spacing={3} onSubmit={submit}>
      <Stack spacing={1}>
        <Typography variant="h1" sx={{ fontSize: '1.5rem' }}>
          {t('sign_in.title')}
        </Typography>
        <Typography sx={{ color: 'text.secondary' }}>{t('sign_in.help')}</Typography>
      </Stack>
      {code === null ? null : (
        <Alert severity="error" variant="outlined">
          {refusals[code] ?? t('refusal.trip_invalid')}
        </Alert>
      )}
      <TextField
        required
        autoFocus
        label={t('sign_in.name')}
        helperText={t('sign_in.name_help')}
        error={isWrong}
        value={name}
        onChange={({ target }) => {
          setName(target.value);
          setWrong(false);
        }}
        autoComplete="organization"
        slotProps={{
          htmlInput: { maxLength: 40, autoCapitalize: 'none', spellCheck: false },
          formHelperText: { 'aria-live': 'polite' },
        }}
      />
      <Button type="submit" variant="contained" size="large">
        {t('sign_in.action')}
      </Button>
      <TextLink component={Link} to="/login" sx={{ alignSelf: 'center' }}>
        {t('sign_in.other')}
      </TextLink>
    </Stack>
  );
}
