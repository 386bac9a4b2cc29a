import { Button } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-router';
import { useText } from '#platform/web';
import { identityTexts } from '../texts.ts';
import { keepUnlockToken, unlockPath, unlockTokenOf } from './unlock-token.ts';

/** Under a sign-in that was refused because the account is locked: the way to ask for its end. Else nothing. */
export function UnlockOffer({ error }: { readonly error: unknown }): ReactNode {
  const t = useText(identityTexts);
  const token = unlockTokenOf(error);
  useEffect(() => {
    if (token !== undefined) keepUnlockToken(token);
  }, [token]);
  if (token === undefined) return null;
  return (
    <Button component={Link} to={unlockPath} variant="outlined" color="inherit">
      {t('sign_in.ask_unlock')}
    </Button>
  );
}
