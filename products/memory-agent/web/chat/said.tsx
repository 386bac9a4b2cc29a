import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { PlainText, useText, visuallyHidden } from '#platform/web';
import { memoryTexts } from '../texts.ts';

/** What the person said. */
export function Said({ text }: { readonly text: string }): ReactNode {
  const t = useText(memoryTexts);
  return (
    <Box component="article" sx={{ display: 'flex', justifyContent: 'flex-end' }}>
      <Box component="h3" sx={visuallyHidden}>
        {t('chat.you')}
      </Box>
      <Box
        sx={{
          maxWidth: { xs: '88%', sm: '75%' },
          minWidth: 0,
          px: 2,
          py: 1.25,
          borderRadius: '16px 16px 4px 16px',
          bgcolor: 'action.selected',
        }}
      >
        <PlainText>{text}</PlainText>
      </Box>
    </Box>
  );
}
