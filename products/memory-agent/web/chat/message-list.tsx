import KeyboardArrowDownRounded from '@mui/icons-material/KeyboardArrowDownRounded';
import { Box, Button, Fab, Skeleton } from '@mui/material';
import type { ReactNode } from 'react';
import { ErrorNotice, useText } from '#platform/web';
import { useRefusals } from '../refusals.ts';
import { memoryTexts } from '../texts.ts';
import { ChatStart } from './chat-start.tsx';
import { type Exchange, isRunning } from './exchange.rules.ts';
import { ExchangeTail } from './exchange-tail.tsx';
import { tailOf } from './timeline.rules.ts';
import { ToldMessage } from './told-message.tsx';
import type { ConversationState } from './use-conversation.ts';
import { useStickToEnd } from './use-stick-to-end.ts';

export interface MessageListProps {
  readonly conversation: ConversationState;
  readonly exchange: Exchange | null;
  readonly onRetry: () => void;
  readonly onEdit: () => void;
  readonly onPick: (example: string) => void;
}

function MessagesSkeleton(): ReactNode {
  return (
    <Box aria-hidden sx={{ display: 'grid', gap: 3 }}>
      <Skeleton variant="rounded" height={44} width="55%" sx={{ justifySelf: 'end' }} />
      <Skeleton variant="rounded" height={110} />
      <Skeleton variant="rounded" height={44} width="40%" sx={{ justifySelf: 'end' }} />
      <Skeleton variant="rounded" height={80} />
    </Box>
  );
}

/** The messages, the newest at the foot; stays there while an answer grows unless the reader scrolled away. */
export function MessageList({
  conversation,
  exchange,
  onRetry,
  onEdit,
  onPick,
}: MessageListProps): ReactNode {
  const t = useText(memoryTexts);
  const refusals = useRefusals();
  const { messages, error } = conversation;
  const tail = tailOf(messages, exchange);
  const { area, away, toEnd } = useStickToEnd(messages.length, exchange?.text.length ?? 0, exchange?.phase);
  const pending = conversation.isPending && !isRunning(exchange);
  const failed = error !== null && messages.length === 0;
  const fresh = messages.length === 0 && exchange === null && !pending && !failed;
  return (
    <Box sx={{ position: 'relative', flex: 1, minHeight: 0, display: 'flex' }}>
      <Box
        ref={area}
        role="log"
        aria-live="off"
        aria-label={t('chat.log')}
        tabIndex={0}
        sx={{ flex: 1, minWidth: 0, overflowY: 'auto', px: { xs: 2, sm: 3 }, py: 3, display: 'flex' }}
      >
        <Box
          sx={{ width: '100%', maxWidth: 760, mx: 'auto', display: 'flex', flexDirection: 'column', gap: 3 }}
        >
          {conversation.hasOlder ? (
            <Button
              size="small"
              color="inherit"
              loading={conversation.isLoadingOlder}
              onClick={conversation.loadOlder}
              sx={{ alignSelf: 'center' }}
            >
              {t('chat.older')}
            </Button>
          ) : null}
          {pending ? <MessagesSkeleton /> : null}
          {failed ? <ErrorNotice error={error} onRetry={conversation.refetch} refusals={refusals} /> : null}
          {fresh ? <ChatStart onPick={onPick} /> : null}
          {messages.map((message) => (
            <ToldMessage key={message.id} message={message} />
          ))}
          {exchange === null ? null : (
            <ExchangeTail exchange={exchange} tail={tail} onRetry={onRetry} onEdit={onEdit} />
          )}
        </Box>
      </Box>
      {away ? (
        <Fab
          size="small"
          aria-label={t('chat.latest')}
          onClick={toEnd}
          sx={{
            position: 'absolute',
            right: 16,
            bottom: 8,
            bgcolor: 'background.paper',
            color: 'text.primary',
            border: 1,
            borderColor: 'divider',
          }}
        >
          <KeyboardArrowDownRounded />
        </Fab>
      ) : null}
    </Box>
  );
}
