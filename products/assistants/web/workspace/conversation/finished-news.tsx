import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import { type Exchange, isRunning } from '../exchange/exchange.rules.ts';
import { workspaceTexts } from '../texts.ts';

/** Reads a finished answer out to screen readers, once and whole; before that, the tool at work. */
export function FinishedNews({ exchange }: { readonly exchange: Exchange | null }): ReactNode {
  const t = useText(workspaceTexts);
  const step = exchange?.tools.findLast(({ status }) => status === 'started');
  return (
    <Box role="status" aria-live="polite" sx={visuallyHidden}>
      {exchange?.phase === 'done'
        ? t('chat.finished', { text: exchange.text })
        : isRunning(exchange) && step !== undefined
          ? step.title
          : ''}
    </Box>
  );
}
