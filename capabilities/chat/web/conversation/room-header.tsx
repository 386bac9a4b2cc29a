import ArrowBackRounded from '@mui/icons-material/ArrowBackRounded';
import { Box, IconButton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { chatTexts } from '../texts.ts';
import { ActionMenu, type MenuEntry } from './message-menu.tsx';

interface RoomHeaderProps {
  readonly title: string;
  readonly menu: readonly MenuEntry[];
  /** Given where the room is the whole screen: its title is then the first heading. */
  readonly onBack: (() => void) | undefined;
}

/** How a room is called, the way back and what can be done with it. */
export function RoomHeader({ title, menu, onBack }: RoomHeaderProps): ReactNode {
  const t = useText(chatTexts);
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.5,
        minHeight: 56,
        px: { xs: 1, sm: 2 },
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      {onBack === undefined ? null : (
        <IconButton aria-label={t('back')} onClick={onBack}>
          <ArrowBackRounded />
        </IconButton>
      )}
      <Typography variant="h3" component={onBack === undefined ? 'h2' : 'h1'} noWrap sx={{ flex: 1, px: 1 }}>
        {title}
      </Typography>
      <ActionMenu label={t('menu.room')} entries={menu} />
    </Box>
  );
}
