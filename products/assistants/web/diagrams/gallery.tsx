import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { gallery } from './kinds.ts';
import { diagramsTexts } from './texts.ts';

export interface GalleryProps {
  readonly onChoose: (example: (typeof gallery)[number]) => void;
}

/** An example of every kind, each by one button. */
export function Gallery({ onChoose }: GalleryProps): ReactNode {
  const t = useText(diagramsTexts);
  return (
    <Box
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: '12px',
        bgcolor: 'background.paper',
        p: { xs: 2, sm: 3 },
      }}
    >
      <Typography component="h2" sx={{ fontWeight: 650 }}>
        {t('result.empty')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
        {t('result.empty_hint')}
      </Typography>
      <Typography component="h3" sx={{ fontWeight: 600, fontSize: '0.9375rem', mb: 1 }}>
        {t('gallery.title')}
      </Typography>
      <Box
        component="ul"
        aria-label={t('gallery.label')}
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          display: 'grid',
          gap: 1,
          gridTemplateColumns: 'repeat(auto-fill, minmax(160px, 1fr))',
        }}
      >
        {gallery.map((example) => (
          <li key={example.kind}>
            <Button fullWidth variant="outlined" color="inherit" onClick={() => onChoose(example)}>
              {t(`kind.${example.kind}`)}
            </Button>
          </li>
        ))}
      </Box>
    </Box>
  );
}
