import WifiOffRounded from '@mui/icons-material/WifiOffRounded';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { platformTexts } from '../i18n/platform-texts.ts';
import { useText } from '../i18n/use-text.ts';
import { usePlatform } from '../root/platform-context.ts';

/** Says so while the network or the server is away. */
export function ConnectionNotice(): ReactNode {
  const { connection } = usePlatform();
  const t = useText(platformTexts);
  const { online, reachable } = useStore(connection.store);
  const text = online ? (reachable ? null : t('connection.unreachable')) : t('connection.offline');
  return (
    <Box role="status">
      {text === null ? null : (
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            justifyContent: 'center',
            gap: 1,
            px: 2,
            py: 0.75,
            fontSize: '0.875rem',
            fontWeight: 540,
            color: 'warning.contrastText',
            bgcolor: 'warning.main',
          }}
        >
          <WifiOffRounded fontSize="small" />
          {text}
        </Box>
      )}
    </Box>
  );
}
