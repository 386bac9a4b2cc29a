import { Box, Button, Skeleton, Stack } from '@mui/material';
import { type ReactNode, useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { ErrorNotice, useDocumentTitle, useText } from '#platform/web';
import { FinishView } from '../finish/finish-view.tsx';
import { usePlay } from '../offline/use-play.ts';
import { sessionsPath } from '../paths.ts';
import { useRefusals } from '../refusals.ts';
import { playTexts } from '../texts.ts';
import { WalkView } from './walk-view.tsx';

function Opening(): ReactNode {
  const t = useText(playTexts);
  return (
    <Stack role="status" aria-label={t('walk.loading')} sx={{ flex: 1 }}>
      <Skeleton variant="rectangular" sx={{ flex: '0 0 40%' }} />
      <Stack sx={{ p: 2, gap: 2 }}>
        <Skeleton variant="rounded" height={32} width="60%" />
        <Skeleton variant="rounded" height={96} />
        <Skeleton variant="rounded" height={52} />
      </Stack>
    </Stack>
  );
}

function Play({ id }: { readonly id: string }): ReactNode {
  const t = useText(playTexts);
  const refusals = useRefusals();
  const { engine, state } = usePlay(id);
  const { session, problem } = state;
  // Who has just finished reads the last words of the route before the results.
  const [isWalking, setWalking] = useState(false);
  const isActive = session?.state === 'active';
  useEffect(() => {
    if (isActive) setWalking(true);
  }, [isActive]);
  useDocumentTitle(session?.title ?? t('walk.title'));

  if (session === null || engine === null) {
    if (problem === null) return <Opening />;
    return (
      <Stack sx={{ p: { xs: 2, sm: 4 }, gap: 2, maxWidth: 640, width: '100%', mx: 'auto' }}>
        <ErrorNotice
          error={problem}
          refusals={refusals}
          {...(problem.passing ? { onRetry: () => engine?.sync() } : {})}
        />
        <Box>
          <Button component={Link} to={sessionsPath} variant="outlined" color="inherit">
            {t('walk.to_walks')}
          </Button>
        </Box>
      </Stack>
    );
  }
  if (isActive || (isWalking && session.state === 'finished')) {
    return <WalkView session={session} state={state} engine={engine} onResults={() => setWalking(false)} />;
  }
  return <FinishView session={session} state={state} engine={engine} />;
}

/** `/play/:id`: a walk, from the first step to the review. */
export function PlayScreen(): ReactNode {
  const { id = '' } = useParams();
  return <Play key={id} id={id} />;
}
