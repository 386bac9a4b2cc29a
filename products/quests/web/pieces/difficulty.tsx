import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import { piecesTexts } from './texts.ts';

/** The name of a difficulty, 1–5. */
export function useDifficultyName(): (level: number) => string {
  const t = useText(piecesTexts);
  return (level) => {
    switch (level) {
      case 1:
        return t('difficulty.1');
      case 2:
        return t('difficulty.2');
      case 3:
        return t('difficulty.3');
      case 4:
        return t('difficulty.4');
      default:
        return t('difficulty.5');
    }
  };
}

/** Five bars, as many filled as the quest is hard. */
export function Difficulty({ level }: { readonly level: number }): ReactNode {
  const t = useText(piecesTexts);
  const name = useDifficultyName()(level);
  return (
    <Box component="span" title={name} sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.25 }}>
      {[1, 2, 3, 4, 5].map((bar) => (
        <Box
          key={bar}
          component="span"
          aria-hidden
          sx={{
            width: 4,
            height: 5 + bar * 2,
            alignSelf: 'flex-end',
            borderRadius: '1px',
            bgcolor: bar <= level ? 'primary.main' : 'divider',
          }}
        />
      ))}
      <Box component="span" sx={visuallyHidden}>
        {t('difficulty.label', { level: name })}
      </Box>
    </Box>
  );
}
