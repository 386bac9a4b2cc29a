import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import { memoryTexts } from '../texts.ts';
import { withoutMarkers } from './cited-text.rules.ts';
import type { Exchange } from './exchange.rules.ts';

/** Reads a finished answer out to screen readers, once and whole. */
export function FinishedAnswerNews({ exchange }: { readonly exchange: Exchange | null }): ReactNode {
  const t = useText(memoryTexts);
  const reply = exchange?.phase === 'done' ? exchange.reply : null;
  const markers = new Set(reply?.citations.map(({ marker }) => marker));
  return (
    <Box role="status" aria-live="polite" sx={visuallyHidden}>
      {reply === null ? '' : t('chat.finished', { text: withoutMarkers(reply.response, markers) })}
    </Box>
  );
}
