import EmojiEventsOutlined from '@mui/icons-material/EmojiEventsOutlined';
import { Alert, Box, Button, Paper, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-router';
import { LocaleNumber, useText } from '#platform/web';
import type { Session } from '../../../contract/index.ts';
import { Corrections } from '../offline/corrections.tsx';
import type { PlayEngine } from '../offline/play-engine.ts';
import type { PlayState } from '../offline/play-state.ts';
import { forgetFiles } from '../offline/walk-files.ts';
import { questBoardPath, questsPath, sessionsPath } from '../paths.ts';
import { playTexts } from '../texts.ts';
import { clockText } from '../walk/clock.rules.ts';
import { NetworkLine } from '../walk/network-line.tsx';
import { PassedPoints } from './passed-points.tsx';
import { ReviewForm } from './review-form.tsx';
import { ShareCard } from './share-card.tsx';

interface FinishViewProps {
  readonly session: Session;
  readonly state: PlayState;
  readonly engine: PlayEngine;
}

function Figures({ session }: { readonly session: Session }): ReactNode {
  const t = useText(playTexts);
  const { points, started_at, finished_at } = session;
  const seconds = (Date.parse(finished_at ?? started_at) - Date.parse(started_at)) / 1_000;
  const done = points.filter(({ status }) => status === 'done').length;
  const figures = [
    [t('finish.time'), clockText(seconds)],
    [t('finish.done'), `${done} / ${points.length}`],
    [t('walk.hints'), String(session.hints_taken)],
    [t('finish.penalties'), String(session.penalties)],
  ] as const;
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(4, 1fr)' } }}
    >
      {figures.map(([label, value]) => (
        <Box key={label}>
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
            {label}
          </Typography>
          <Typography component="dd" variant="h3" sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}>
            {value}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

/** The end: the score, a picture to share, a review, the leaderboard. */
export function FinishView({ session, state, engine }: FinishViewProps): ReactNode {
  const t = useText(playTexts);
  const isFinished = session.state === 'finished';
  const isFinal = state.waiting === 0;
  const counts = isFinished && !session.test;
  useEffect(() => {
    if (isFinal) void forgetFiles(session.id);
  }, [isFinal, session.id]);
  return (
    <Box
      sx={{
        width: '100%',
        maxWidth: 720,
        mx: 'auto',
        px: { xs: 2, sm: 3 },
        py: { xs: 3, sm: 5 },
        display: 'grid',
        gap: 3,
      }}
    >
      <Box sx={{ textAlign: 'center', display: 'grid', justifyItems: 'center', gap: 1 }}>
        {isFinished ? (
          <Box
            aria-hidden
            sx={{
              display: 'grid',
              placeItems: 'center',
              width: 72,
              height: 72,
              borderRadius: '22px',
              bgcolor: 'action.selected',
              color: 'primary.main',
            }}
          >
            <EmojiEventsOutlined fontSize="large" />
          </Box>
        ) : null}
        <Typography variant="h1">{t(isFinished ? 'finish.title' : 'finish.abandoned')}</Typography>
        <Typography sx={{ color: 'text.secondary' }}>
          {isFinished ? t('finish.walked', { title: session.title }) : session.title}
        </Typography>
        {isFinished ? (
          <Typography
            sx={{ fontSize: '3rem', fontWeight: 700, lineHeight: 1.1, fontVariantNumeric: 'tabular-nums' }}
          >
            <LocaleNumber value={session.score} />
            <Box
              component="span"
              sx={{ display: 'block', typography: 'body2', fontWeight: 400, color: 'text.secondary' }}
            >
              {t('walk.score')}
            </Box>
          </Typography>
        ) : null}
      </Box>
      <NetworkLine state={state} />
      <Corrections session={session} state={state} engine={engine} />
      {isFinal ? null : (
        <Alert severity="info" variant="outlined">
          {t('finish.provisional')}
        </Alert>
      )}
      {counts && isFinal && !session.ranked ? (
        <Alert severity="info" variant="outlined">
          {t('finish.unranked')}
        </Alert>
      ) : null}
      <Paper variant="outlined" sx={{ p: 2.5, borderRadius: 3 }}>
        <Figures session={session} />
      </Paper>
      {counts && isFinal && state.reachable ? (
        <>
          <ShareCard session={session} />
          <ReviewForm questId={session.quest_id} />
        </>
      ) : null}
      <PassedPoints points={session.points} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'center' }}>
        {counts ? (
          <Button component={Link} to={questBoardPath(session.quest_id)} variant="contained">
            {t('finish.board')}
          </Button>
        ) : null}
        <Button component={Link} to={questsPath} variant="outlined" color="inherit">
          {t('finish.again')}
        </Button>
        <Button component={Link} to={sessionsPath} variant="outlined" color="inherit">
          {t('walk.to_walks')}
        </Button>
      </Box>
    </Box>
  );
}
