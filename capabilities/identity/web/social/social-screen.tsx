import { Alert, Button, CircularProgress } from '@mui/material';
import { type ReactNode, useEffect, useState } from 'react';
import { Link, Navigate, useNavigate } from 'react-router';
import { safeReturnPath, useNotice, useSession, useText } from '#platform/web';
import { BarePage } from '../sign-in/bare-page.tsx';
import { ChallengeStep } from '../sign-in/challenge-step.tsx';
import { useRefusals } from '../texts/refusals.ts';
import { identityTexts } from '../texts.ts';
import { readLanding } from './landing.rules.ts';
import { PendingStep } from './pending-step.tsx';

/** Where a provider sends people back to: in, to the second step, to their address, or to what went wrong. */
export function SocialScreen(): ReactNode {
  const t = useText(identityTexts);
  const refusals = useRefusals();
  const session = useSession();
  const notice = useNotice();
  const navigate = useNavigate();
  const [landing] = useState(() => readLanding(window.location.hash));
  const signedIn = session.status === 'signed-in';

  useEffect(() => {
    // Tokens have no business in the history.
    window.history.replaceState(window.history.state, '', window.location.pathname);
    if (landing.kind === 'linked') notice.success(t('social.linked'));
  }, [landing, notice, t]);

  if (landing.kind === 'linked') return <Navigate to="/account/security" replace />;
  if (landing.kind !== 'error' && signedIn) {
    const path = landing.kind === 'signed_in' ? landing.returnPath : '/';
    return <Navigate to={safeReturnPath(path)} replace />;
  }
  switch (landing.kind) {
    case 'challenge':
      return <ChallengeStep token={landing.token} onRestart={() => void navigate('/login')} />;
    case 'pending':
      return <PendingStep token={landing.token} needsEmail={landing.needsEmail} />;
    case 'signed_in':
    case 'error': {
      const known = landing.kind === 'error' && landing.code !== null ? refusals[landing.code] : undefined;
      if (session.status === 'loading') {
        return (
          <BarePage title={t('social.title')} help={t('social.working')}>
            <CircularProgress aria-label={t('social.working')} />
          </BarePage>
        );
      }
      return (
        <BarePage title={t('social.title')}>
          <Alert severity="error" variant="outlined">
            {known ?? t('social.failed')}
          </Alert>
          <Button component={Link} to={signedIn ? '/account/security' : '/login'} variant="contained">
            {signedIn ? t('back') : t('social.again')}
          </Button>
        </BarePage>
      );
    }
  }
}
