import { Alert, Button, Snackbar } from '@mui/material';
import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import { asProblem } from '../api/problem.ts';
import { platformTexts } from '../i18n/platform-texts.ts';
import { useText } from '../i18n/use-text.ts';
import { usePlatform } from '../root/platform-context.ts';
import type { Notice } from './notice-board.ts';
import { type RefusalTexts, useProblemText } from './problem-text.ts';

export interface Notify {
  success(text: string, action?: Notice['action']): void;
  info(text: string, action?: Notice['action']): void;
  warning(text: string, action?: Notice['action']): void;
  /** A text, or anything thrown: problems are put into words. */
  error(fault: unknown, refusals?: RefusalTexts): void;
}

/** Posts short messages at the foot of the window, read out to screen readers. */
export function useNotice(): Notify {
  const { notices } = usePlatform();
  const textOf = useProblemText();
  return useMemo(
    () => ({
      success: (text, action) => notices.post('success', text, action),
      info: (text, action) => notices.post('info', text, action),
      warning: (text, action) => notices.post('warning', text, action),
      error: (fault, refusals) =>
        notices.post('error', typeof fault === 'string' ? fault : textOf(asProblem(fault), refusals)),
    }),
    [notices, textOf],
  );
}

/** Shows what `useNotice` posts; part of the shell. */
export function NoticeArea(): ReactNode {
  const { notices } = usePlatform();
  const t = useText(platformTexts);
  const current = useStore(notices.store).at(0);
  const action = current?.action;
  return (
    <Snackbar
      key={current?.id ?? 'none'}
      open={current !== undefined}
      autoHideDuration={action === undefined ? 6_000 : 10_000}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      sx={{ bottom: { xs: 'calc(72px + env(safe-area-inset-bottom))', md: 24 } }}
      onClose={(_event, reason) => {
        if (reason !== 'clickaway' && current !== undefined) notices.dismiss(current.id);
      }}
    >
      {current === undefined ? undefined : (
        <Alert
          variant="filled"
          severity={current.kind}
          role={current.kind === 'error' ? 'alert' : 'status'}
          closeText={t('close')}
          onClose={() => notices.dismiss(current.id)}
          action={
            action === undefined ? undefined : (
              <Button
                size="small"
                color="inherit"
                onClick={() => {
                  notices.dismiss(current.id);
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
