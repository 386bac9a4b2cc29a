import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { memoryTexts } from '../texts.ts';
import { type Kind, type Level, useLevelColors } from './levels.ts';

/** A dot in the colour of a level; decoration beside words that say the same. */
export function LevelDot({ level, size = 10 }: { readonly level: Level; readonly size?: number }): ReactNode {
  const colors = useLevelColors();
  return (
    <Box
      component="span"
      aria-hidden
      sx={{
        display: 'inline-block',
        flexShrink: 0,
        width: size,
        height: size,
        borderRadius: '50%',
        bgcolor: colors[level],
      }}
    />
  );
}

/** What kind of memory it is, with the dot of its level. */
export function KindMark({ level, kind }: { readonly level: Level; readonly kind: Kind }): ReactNode {
  const t = useText(memoryTexts);
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        typography: 'caption',
        fontWeight: 600,
        whiteSpace: 'nowrap',
      }}
    >
      <LevelDot level={level} size={8} />
      {t(`kind.${kind}`)}
    </Box>
  );
}
