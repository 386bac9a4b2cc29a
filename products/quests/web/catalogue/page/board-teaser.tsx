import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { LocaleNumber, useCall, useLanguage, useText } from '#platform/web';
import { getLeaderboard } from '../../../contract/index.ts';
import { PlayerChip } from '../../pieces/index.ts';
import { catalogueTexts } from '../texts.ts';

/** The three best, and the way to all of them. */
export function BoardTeaser({ questId }: { readonly questId: string }): ReactNode {
  const t = useText(catalogueTexts);
  const language = useLanguage();
  const { data } = useCall(getLeaderboard, {
    params: { board: 'quest' },
    query: { quest_id: questId, limit: 3 },
  });
  if (data === undefined) return null;
  if (data.items.length === 0) {
    return <Typography sx={{ color: 'text.secondary' }}>{t('board_empty')}</Typography>;
  }
  const score = new Intl.NumberFormat(language);
  return (
    <>
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {data.items.map(({ rank, player, score: points }) => (
          <Box
            component="li"
            key={`${rank} ${player.id}`}
            sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minHeight: 48 }}
          >
            <Box component="span" sx={{ width: 20, fontWeight: 650, color: 'text.secondary' }}>
              <LocaleNumber value={rank} />
            </Box>
            <Box sx={{ flexGrow: 1, minWidth: 0 }}>
              <PlayerChip player={player} />
            </Box>
            <span>{t('board_score', { score: score.format(points) })}</span>
          </Box>
        ))}
      </Box>
      <Button
        component={Link}
        to={`/leaderboards?board=quest&quest=${questId}`}
        color="inherit"
        sx={{ ml: -2 }}
      >
        {t('board_all')}
      </Button>
    </>
  );
}
