import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { PlainText, useText } from '#platform/web';
import type { Outgoing } from '../live/timeline.rules.ts';
import { useRefusals } from '../refusals.ts';
import { chatTexts } from '../texts.ts';

export interface OutgoingBubbleProps {
  readonly outgoing: Outgoing;
  readonly onRetry: () => void;
  readonly onDiscard: () => void;
}

/** A message that the server has not confirmed yet. */
export function OutgoingBubble({ outgoing, onRetry, onDiscard }: OutgoingBubbleProps): ReactNode {
  const t = useText(chatTexts);
  const refusals = useRefusals();
  const { failure, text } = outgoing;
  return (
    <Box sx={{ display: 'grid', justifyItems: 'end', gap: 0.5 }}>
      <Box
        sx={{
          maxWidth: 'min(560px, 84%)',
          px: 1.5,
          py: 1,
          borderRadius: '16px',
          border: 1,
          borderStyle: 'dashed',
          borderColor: failure === null ? 'divider' : 'error.main',
          opacity: failure === null ? 0.7 : 1,
        }}
      >
        <PlainText>{text}</PlainText>
      </Box>
      {failure === null ? (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t('sending')}
        </Typography>
      ) : (
        <Box role="alert" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.5 }}>
          <Typography variant="caption" sx={{ color: 'error.main' }}>
            {`${t('failed')}. ${refusals[failure] ?? t('refusal.failed')}`}
          </Typography>
          <Button size="small" onClick={onRetry}>
            {t('retry')}
          </Button>
          <Button size="small" color="inherit" onClick={onDiscard}>
            {t('discard')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
