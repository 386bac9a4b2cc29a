import CloseRounded from '@mui/icons-material/CloseRounded';
import { Box, Drawer, IconButton, Stack, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useText } from '#platform/web';
import { operationsTexts } from '../texts.ts';

interface SidePanelProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons that stay in view at the foot. */
  readonly actions?: ReactNode;
}

/** Details beside a list; the whole window on a phone. */
export function SidePanel({ open, title, onClose, children, actions }: SidePanelProps): ReactNode {
  const t = useText(operationsTexts);
  const titleId = useId();
  return (
    <Drawer
      anchor="right"
      open={open}
      onClose={onClose}
      slotProps={{
        paper: { role: 'dialog', 'aria-labelledby': titleId, sx: { width: { xs: '100%', sm: 480 } } },
      }}
    >
      <Stack direction="row" sx={{ px: 2.5, py: 1.5, alignItems: 'center', gap: 1 }}>
        <Typography id={titleId} variant="h2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        <IconButton aria-label={t('close')} onClick={onClose} edge="end">
          <CloseRounded />
        </IconButton>
      </Stack>
      <Box sx={{ flex: 1, overflowY: 'auto', px: 2.5, pb: 3 }}>{children}</Box>
      {actions === undefined ? null : (
        <Stack
          direction="row"
          useFlexGap
          sx={{ gap: 1, p: 2.5, pt: 1.5, borderTop: 1, borderColor: 'divider', flexWrap: 'wrap' }}
        >
          {actions}
        </Stack>
      )}
    </Drawer>
  );
}
