import { Box, ButtonBase, Paper } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { LevelDot } from '../levels/level-mark.tsx';
import { type Level, levelOrder } from '../levels/levels.ts';
import { memoryTexts } from '../texts.ts';

export interface GraphLegendProps {
  readonly hidden: ReadonlySet<Level>;
  readonly onToggle: (level: Level) => void;
}

/** What the colours mean; each level can be hidden. */
export function GraphLegend({ hidden, onToggle }: GraphLegendProps): ReactNode {
  const t = useText(memoryTexts);
  return (
    <Paper
      variant="outlined"
      role="group"
      aria-label={t('graph.legend')}
      sx={{ display: 'flex', flexWrap: 'wrap', p: 0.5, borderRadius: '12px' }}
    >
      {levelOrder.toReversed().map((level) => {
        const shown = !hidden.has(level);
        return (
          <ButtonBase
            key={level}
            aria-pressed={shown}
            title={t(`level_help.${level}`)}
            onClick={() => onToggle(level)}
            sx={{
              gap: 0.75,
              px: 1,
              minHeight: 32,
              borderRadius: '8px',
              typography: 'caption',
              color: shown ? 'text.primary' : 'text.secondary',
              textDecoration: shown ? 'none' : 'line-through',
              '&:hover': { bgcolor: 'action.hover' },
            }}
          >
            <Box component="span" sx={{ display: 'flex', opacity: shown ? 1 : 0.3 }}>
              <LevelDot level={level} />
            </Box>
            {t(`level.${level}`)}
          </ButtonBase>
        );
      })}
    </Paper>
  );
}
