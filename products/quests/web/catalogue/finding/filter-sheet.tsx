import CloseRounded from '@mui/icons-material/CloseRounded';
import { Box, Button, Drawer, IconButton, Stack, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useText } from '#platform/web';
import { catalogueTexts } from '../texts.ts';

interface FilterSheetProps {
  readonly open: boolean;
  readonly total: number;
  readonly onClose: () => void;
  readonly onReset: () => void;
  readonly children: ReactNode;
}

/** The filters on phones: a sheet from below whose button tells how much is left. */
export function FilterSheet({ open, total, onClose, onReset, children }: FilterSheetProps): ReactNode {
  const t = useText(catalogueTexts);
  const titleId = useId();
  return (
    <Drawer
      anchor="bottom"
      open={open}
      onClose={onClose}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-labelledby': titleId,
          sx: { borderRadius: '16px 16px 0 0', maxHeight: '88dvh' },
        },
      }}
    >
      <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'space-between', px: 2, pt: 1.5 }}>
        <Typography id={titleId} variant="h2">
          {t('filters')}
        </Typography>
        <IconButton aria-label={t('close')} onClick={onClose}>
          <CloseRounded fontSize="small" />
        </IconButton>
      </Stack>
      <Box sx={{ overflowY: 'auto', px: 2, pt: 2, pb: 1 }}>{children}</Box>
      <Stack
        direction="row"
        spacing={1}
        sx={{ p: 2, borderTop: 1, borderColor: 'divider', pb: 'calc(16px + env(safe-area-inset-bottom))' }}
      >
        <Button color="inherit" onClick={onReset}>
          {t('reset')}
        </Button>
        <Button variant="contained" onClick={onClose} sx={{ flexGrow: 1 }}>
          {t('show_found', { count: total })}
        </Button>
      </Stack>
    </Drawer>
  );
}
