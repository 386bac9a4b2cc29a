import { Alert, Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { CodeBlock } from './code-block.tsx';
import { piecesTexts } from './texts.ts';

export interface FigureFaultProps {
  /** The drawer's own words. */
  readonly reason: string;
  readonly source: string;
  readonly language: string;
}

/** A diagram that cannot be drawn: why, and its text. */
export function FigureFault({ reason, source, language }: FigureFaultProps): ReactNode {
  const t = useText(piecesTexts);
  return (
    <Box sx={{ display: 'grid', gap: 1, minWidth: 0 }}>
      <Alert severity="warning" variant="outlined">
        {t('figure.broken')}
        <Typography
          variant="caption"
          component="pre"
          sx={{ m: 0, mt: 0.5, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontFamily: 'monospace' }}
        >
          {reason}
        </Typography>
      </Alert>
      <CodeBlock source={source} language={language} />
    </Box>
  );
}
