import { Box, Drawer } from '@mui/material';
import type { ReactNode } from 'react';
import { platformTexts } from '../i18n/platform-texts.ts';
import { useText } from '../i18n/use-text.ts';
import { NavigationGroups } from './side-navigation.tsx';

export interface NavigationSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Every menu entry, in a sheet that comes up from below. */
export function NavigationSheet({ open, onClose }: NavigationSheetProps): ReactNode {
  const t = useText(platformTexts);
  return (
    <Drawer
      anchor="bottom"
      open={open}
      onClose={onClose}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-label': t('navigation'),
          sx: { borderRadius: '16px 16px 0 0', maxHeight: '80dvh', p: 2 },
        },
      }}
    >
      <Box
        aria-hidden
        sx={{ width: 36, height: 4, borderRadius: 2, bgcolor: 'divider', mx: 'auto', mb: 2 }}
      />
      <NavigationGroups onOpen={onClose} />
    </Drawer>
  );
}
