import FormatListNumberedRounded from '@mui/icons-material/FormatListNumberedRounded';
import { Box, Chip, IconButton, Tooltip, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { LocaleNumber, useText } from '#platform/web';
import type { PlayPoint, Session } from '../../../contract/index.ts';
import type { PlayEngine } from '../offline/play-engine.ts';
import type { PlayState } from '../offline/play-state.ts';
import { PointList } from '../points/point-list.tsx';
import { playTexts } from '../texts.ts';
import { clockText } from './clock.rules.ts';
import type { Moves } from './use-moves.ts';
import { useNow } from './use-now.ts';
import { WalkMenu } from './walk-menu.tsx';

interface FigureProps {
  readonly label: string;
  readonly children: ReactNode;
}

function Figure({ label, children }: FigureProps): ReactNode {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography
        component="dt"
        variant="caption"
        noWrap
        sx={{ color: 'text.secondary', display: 'block', lineHeight: 1.2 }}
      >
        {label}
      </Typography>
      <Typography
        component="dd"
        sx={{ m: 0, fontWeight: 640, fontVariantNumeric: 'tabular-nums', lineHeight: 1.25 }}
      >
        {children}
      </Typography>
    </Box>
  );
}

function Timer({ session }: { readonly session: Session }): ReactNode {
  const now = useNow(session.state === 'active');
  const end = session.finished_at === null ? now : Date.parse(session.finished_at);
  return clockText((end - Date.parse(session.started_at)) / 1_000);
}

interface PlayHeaderProps {
  readonly session: Session;
  readonly state: PlayState;
  readonly engine: PlayEngine;
  readonly moves: Moves;
  readonly point: PlayPoint | null;
  readonly onSelect: (id: string | null) => void;
}

/** Score, time and hints; all points and everything rarer behind two buttons. */
export function PlayHeader({ session, state, engine, moves, point, onSelect }: PlayHeaderProps): ReactNode {
  const t = useText(playTexts);
  const [isListOpen, setListOpen] = useState(false);
  return (
    <Box component="header" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, pl: 2, pr: 1, py: 1 }}>
      <Box component="dl" sx={{ display: 'flex', gap: 2.5, m: 0, mr: 'auto', minWidth: 0 }}>
        <Figure label={t('walk.score')}>
          <LocaleNumber value={session.score} />
        </Figure>
        <Figure label={t('walk.time')}>
          <Timer session={session} />
        </Figure>
        <Figure label={t('walk.hints')}>
          <LocaleNumber value={session.hints_taken} />
        </Figure>
      </Box>
      {session.test ? <Chip size="small" label={t('word.test')} /> : null}
      <Tooltip title={t('list.open')}>
        <IconButton aria-label={t('list.open')} onClick={() => setListOpen(true)}>
          <FormatListNumberedRounded />
        </IconButton>
      </Tooltip>
      <WalkMenu session={session} state={state} engine={engine} moves={moves} point={point} />
      <PointList
        session={session}
        open={isListOpen}
        current={point?.id ?? null}
        onClose={() => setListOpen(false)}
        onSelect={(id) => {
          setListOpen(false);
          onSelect(id);
        }}
      />
    </Box>
  );
}
