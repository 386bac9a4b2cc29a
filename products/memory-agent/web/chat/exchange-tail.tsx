import { Box, Button, Skeleton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { ErrorNotice, useText } from '#platform/web';
import { useRefusals } from '../refusals.ts';
import { memoryTexts } from '../texts.ts';
import { Answer } from './answer.tsx';
import { type Exchange, isRunning } from './exchange.rules.ts';
import { Said } from './said.tsx';
import type { Tail } from './timeline.rules.ts';

export interface ExchangeTailProps {
  readonly exchange: Exchange;
  readonly tail: Tail;
  readonly onRetry: () => void;
  readonly onEdit: () => void;
}

function Outcome({ exchange, onRetry, onEdit }: Omit<ExchangeTailProps, 'tail'>): ReactNode {
  const t = useText(memoryTexts);
  const refusals = useRefusals();
  switch (exchange.phase) {
    case 'waiting':
      return (
        <Box role="status" sx={{ display: 'grid', gap: 0.75 }}>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t('chat.thinking')}
          </Typography>
          <Skeleton variant="rounded" height={14} width="70%" />
          <Skeleton variant="rounded" height={14} width="45%" />
        </Box>
      );
    case 'stopped':
      return (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t('chat.stopped')}
        </Typography>
      );
    case 'failed':
      return (
        <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
          <Box sx={{ width: '100%' }}>
            <ErrorNotice error={exchange.problem} onRetry={onRetry} refusals={refusals} />
          </Box>
          <Button size="small" color="inherit" onClick={onEdit}>
            {t('chat.edit_again')}
          </Button>
        </Box>
      );
    case 'writing':
    case 'done':
      return null;
  }
}

/** The exchange under way: the message, and the answer as it grows. */
export function ExchangeTail({ exchange, tail, onRetry, onEdit }: ExchangeTailProps): ReactNode {
  const { reply } = exchange;
  return (
    <>
      {tail.showMessage ? <Said text={exchange.message} /> : null}
      {tail.showAnswer ? (
        <Answer
          text={exchange.text}
          citations={reply?.citations ?? []}
          growing={isRunning(exchange)}
          {...(reply === null
            ? {}
            : {
                facts: {
                  contextCount: reply.context_count,
                  strategies: reply.strategies_used,
                  milliseconds: reply.processing_time_ms,
                  offline: reply.offline,
                },
                feedback: { answerId: reply.id, given: null },
              })}
        >
          <Outcome exchange={exchange} onRetry={onRetry} onEdit={onEdit} />
        </Answer>
      ) : null}
    </>
  );
}
