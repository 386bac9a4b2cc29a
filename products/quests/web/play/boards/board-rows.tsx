import { Avatar, Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { LocaleNumber, useText } from '#platform/web';
import type { BoardLine } from '../../../contract/index.ts';
import { playTexts } from '../texts.ts';
import { clockText } from '../walk/clock.rules.ts';

interface LineProps {
  readonly line: BoardLine;
  readonly counts: boolean;
}

function Line({ line, counts }: LineProps): ReactNode {
  const t = useText(playTexts);
  const { rank, player, team, score, seconds, quests, me } = line;
  const about = [
    team?.name,
    counts ? t('boards.quests', { count: quests }) : null,
    seconds === null ? null : clockText(seconds),
  ];
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        px: 1.5,
        minHeight: 60,
        borderRadius: 2.5,
        bgcolor: me ? 'action.selected' : undefined,
      }}
    >
      <Typography
        sx={{
          width: 28,
          flexShrink: 0,
          textAlign: 'right',
          fontWeight: rank <= 3 ? 700 : 500,
          color: rank <= 3 ? 'primary.main' : 'text.secondary',
          fontVariantNumeric: 'tabular-nums',
        }}
      >
        {rank}
      </Typography>
      <Avatar
        alt=""
        src={player.avatar?.variants[0]?.url ?? player.avatar?.url ?? ''}
        sx={{ width: 36, height: 36, fontSize: 16 }}
      >
        {player.name.slice(0, 1)}
      </Avatar>
      <Box sx={{ minWidth: 0, mr: 'auto' }}>
        <Typography noWrap sx={{ fontWeight: 560 }}>
          {player.name}
          {me ? ` · ${t('boards.me')}` : ''}
        </Typography>
        <Typography variant="caption" noWrap component="p" sx={{ color: 'text.secondary' }}>
          {about.filter((part) => part !== null && part !== undefined).join(' · ')}
        </Typography>
      </Box>
      <Typography sx={{ fontWeight: 640, fontVariantNumeric: 'tabular-nums' }}>
        <LocaleNumber value={score} />
      </Typography>
    </Box>
  );
}

interface BoardRowsProps {
  readonly lines: readonly BoardLine[];
  readonly mine: BoardLine | null;
  /** Finished quests count there. */
  readonly counts: boolean;
}

/** The places in order; one's own below when it is further down. */
export function BoardRows({ lines, mine, counts }: BoardRowsProps): ReactNode {
  const t = useText(playTexts);
  const isBelow = mine !== null && !lines.some(({ me }) => me);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box component="ol" aria-label={t('boards.title')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {lines.map((line) => (
          <li key={`${line.player.id}-${line.rank}`}>
            <Line line={line} counts={counts} />
          </li>
        ))}
      </Box>
      {isBelow ? (
        <Box component="section">
          <Typography variant="overline" component="h2">
            {t('boards.mine')}
          </Typography>
          <Line line={mine} counts={counts} />
        </Box>
      ) : null}
    </Box>
  );
}
