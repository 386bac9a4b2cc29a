import { Alert, Button, Snackbar } from '@mui/material';
import type { ReactNode } from 'react';
import { platformTexts } from '../i18n/platform-texts.ts';
import { useText } from '../i18n/use-text.ts';
import type { Notice } from '../patterns/notice-board.ts';

export interface NoticeSnackbarProps {
  readonly open: boolean;
  readonly current: Notice | undefined;
  readonly dismiss: (id: number) => void;
}

/** One notice at the foot of the window. */
export function NoticeSnackbar({ open, current, dismiss }: NoticeSnackbarProps): ReactNode {
  const t = useText(platformTexts);
  const action = current?.action;
  return (
    <Snackbar
      key={current?.id ?? 'none'}
      open={open}
      autoHideDuration={action === undefined ? 6_000 : 10_000}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      sx={{ bottom: { xs: 'calc(72px + env(safe-area-inset-bottom))', md: 24 } }}
      onClose={(_event, reason) => {
        if (reason !== 'clickaway' && current !== undefined) dismiss(current.id);
      }}
    >
      {current === undefined ? undefined : (
        <Alert
          variant="filled"
          severity={current.kind}
          role={current.kind === 'error' ? 'alert' : 'status'}
          closeText={t('close')}
          onClose={() => dismiss(current.id)}
          action={
            action === undefined ? undefined : (
              <Button
                size="small"
                color="inherit"
                onClick={() => {
                  dismiss(current.id);
                  action.run();
                }}
              >
                {action.label}
              </Button>
            )
          }
        >
          {current.text}
        </Alert>
      )}
    </Snackbar>
  );
}
