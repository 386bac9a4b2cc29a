import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { LocaleNumber, useText } from '#platform/web';
import type { MemoryStats } from '../../contract/index.ts';
import { LevelDot } from '../levels/level-mark.tsx';
import { levelOrder, useLevelColors } from '../levels/levels.ts';
import { memoryTexts } from '../texts.ts';

/** How much is remembered at each level, from themes down to words. */
export function LevelCounts({ stats }: { readonly stats: MemoryStats }): ReactNode {
  const t = useText(memoryTexts);
  const colors = useLevelColors();
  const most = Math.max(1, ...levelOrder.map((level) => stats[`${level}_count`]));
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.25 }}>
      {levelOrder.toReversed().map((level) => {
        const count = stats[`${level}_count`];
        return (
          <Box component="li" key={level} title={t(`level_help.${level}`)}>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
              <Typography
                component="span"
                variant="body2"
                sx={{ display: 'flex', alignItems: 'center', gap: 1, mr: 'auto' }}
              >
                <LevelDot level={level} />
                {t(`level.${level}`)}
              </Typography>
              <Typography
                component="span"
                variant="body2"
                sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}
              >
                <LocaleNumber value={count} />
              </Typography>
            </Box>
            <Box aria-hidden sx={{ mt: 0.5, height: 3, borderRadius: 2, bgcolor: 'action.selected' }}>
              <Box
                sx={{
                  height: 1,
                  borderRadius: 2,
                  bgcolor: colors[level],
                  width: `${Math.sqrt(count / most) * 100}%`,
                  transition: 'width 300ms',
                }}
              />
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
