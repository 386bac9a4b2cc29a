import { Box, Button, Skeleton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { ErrorNotice, useText } from '#platform/web';
import { Answer } from '../answer/answer.tsx';
import { SentQuestion } from '../answer/question.tsx';
import { useRefusals } from '../refusals.ts';
import { workspaceTexts } from '../texts.ts';
import { type Exchange, isRunning } from './exchange.rules.ts';
import type { Timeline } from './timeline.rules.ts';

export interface ExchangeTailProps {
  readonly exchange: Exchange;
  readonly timeline: Timeline;
  readonly onRetry: () => void;
  /** Takes a question that failed back into the field. */
  readonly onTakeBack: () => void;
}

function Outcome({ exchange, onRetry, onTakeBack }: Omit<ExchangeTailProps, 'timeline'>): ReactNode {
  const t = useText(workspaceTexts);
  const refusals = useRefusals();
  switch (exchange.phase) {
    case 'waiting':
      return (
        <Box role="status" sx={{ display: 'grid', gap: 0.75 }}>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {exchange.memoriesUsed > 0
              ? t('chat.thinking_with_memory', { count: exchange.memoriesUsed })
              : t('chat.thinking')}
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
          {exchange.request.kind === 'ask' ? (
            <Button size="small" color="inherit" onClick={onTakeBack}>
              {t('chat.take_back')}
            </Button>
          ) : null}
        </Box>
      );
    case 'writing':
    case 'done':
      return null;
  }
}

/** The exchange under way: the question, and the answer as it grows. */
export function ExchangeTail({ exchange, timeline, onRetry, onTakeBack }: ExchangeTailProps): ReactNode {
  const { request, reply } = exchange;
  return (
    <>
      {timeline.showQuestion && request.kind === 'ask' ? (
        <SentQuestion text={request.message} files={request.files} />
      ) : null}
      {timeline.showAnswer ? (
        <Answer
          text={exchange.text}
          tools={exchange.tools}
          artifacts={reply?.artifacts ?? exchange.artifacts}
          citations={reply?.citations ?? exchange.citations}
          warnings={reply?.warnings ?? []}
          growing={isRunning(exchange)}
        >
          <Outcome exchange={exchange} onRetry={onRetry} onTakeBack={onTakeBack} />
        </Answer>
      ) : null}
    </>
  );
}
