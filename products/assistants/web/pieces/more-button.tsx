import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { piecesTexts } from './texts.ts';

export interface MoreButtonProps {
  readonly loading: boolean;
  readonly onClick: () => void;
}

/** Below a list of which more can be had. */
export function MoreButton({ loading, onClick }: MoreButtonProps): ReactNode {
  const t = useText(piecesTexts);
  return (
    <Box sx={{ textAlign: 'center', mt: 2 }}>
      <Button variant="outlined" color="inherit" loading={loading} onClick={onClick}>
        {t('more')}
      </Button>
    </Box>
  );
}
