import KeyboardArrowDownRounded from '@mui/icons-material/KeyboardArrowDownRounded';
import { Box, Button, Fab, Skeleton } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { ErrorNotice, useText } from '#platform/web';
import type { Assistant, ConversationMessage } from '../../../contract/index.ts';
import { FollowUps } from '../answer/follow-ups.tsx';
import { ToldQuestion } from '../answer/question.tsx';
import { ToldAnswer } from '../answer/told-answer.tsx';
import { type Exchange, isRunning } from '../exchange/exchange.rules.ts';
import { ExchangeTail } from '../exchange/exchange-tail.tsx';
import { timelineOf } from '../exchange/timeline.rules.ts';
import { useRefusals } from '../refusals.ts';
import { workspaceTexts } from '../texts.ts';
import { ChatStart } from './chat-start.tsx';
import type { ConversationState } from './use-conversation.ts';
import { useStickToEnd } from './use-stick-to-end.ts';

export interface MessageListProps {
  readonly conversation: ConversationState;
  readonly exchange: Exchange | null;
  readonly assistant: Assistant | undefined;
  readonly editing: string | null;
  readonly onEditing: (id: string | null) => void;
  readonly onAskAgain: (message: ConversationMessage, text: string) => void;
  readonly onRegenerate: (message: ConversationMessage) => void;
  readonly onContinue: (message: ConversationMessage) => void;
  readonly onFollow: (question: string) => void;
  readonly onRetry: () => void;
  readonly onTakeBack: () => void;
  readonly onPick: (question: string) => void;
  readonly onShowPrompts: () => void;
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

/** Variants of a message take the same place: the buttons that lead from one to the other stay where they are. */
const placeKey = ({ id, siblings }: ConversationMessage): string => siblings[0] ?? id;

/** The messages, the newest at the foot; stays there while an answer grows unless the reader scrolled away. */
export function MessageList(props: MessageListProps): ReactNode {
  const { conversation, exchange, assistant } = props;
  const t = useText(workspaceTexts);
  const refusals = useRefusals();
  const { messages, error } = conversation;
  const timeline = timelineOf(messages, exchange);
  const busy = isRunning(exchange);
  const steps = exchange?.tools.map(({ status }) => status).join() ?? '';
  const { area, away, toEnd } = useStickToEnd(
    messages.length,
    exchange?.text.length ?? 0,
    steps,
    exchange?.phase,
  );
  // Who asks wants to see the answer, wherever the list was.
  const request = busy ? exchange?.request : undefined;
  useEffect(() => {
    if (request !== undefined) toEnd();
  }, [request, toEnd]);
  const pending = conversation.isPending && !busy;
  const failed = error !== null && messages.length === 0;
  const fresh = messages.length === 0 && exchange === null && !pending && !failed;
  const last = timeline.told.at(-1);
  const conversationId = conversation.conversation?.id ?? '';
  return (
    <Box sx={{ position: 'relative', flex: 1, minHeight: 0, display: 'flex' }}>
      <Box
        ref={area}
        role="log"
        aria-live="off"
        aria-label={t('chat.log')}
        tabIndex={0}
        sx={{ flex: 1, minWidth: 0, overflowY: 'auto', px: { xs: 2, sm: 3 }, py: 2.5, display: 'flex' }}
      >
        <Box
          sx={{
            width: '100%',
            maxWidth: 800,
            mx: 'auto',
            display: 'flex',
            flexDirection: 'column',
            gap: 2.5,
            minWidth: 0,
          }}
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
          {pending || (fresh && assistant === undefined) ? <MessagesSkeleton /> : null}
          {failed ? <ErrorNotice error={error} onRetry={conversation.refetch} refusals={refusals} /> : null}
          {fresh && assistant !== undefined ? (
            <ChatStart assistant={assistant} onPick={props.onPick} onShowPrompts={props.onShowPrompts} />
          ) : null}
          {timeline.told.map((message) =>
            message.author === 'user' ? (
              <ToldQuestion
                key={placeKey(message)}
                conversationId={conversationId}
                message={message}
                busy={busy}
                editing={props.editing === message.id}
                onEdit={props.onEditing}
                onAskAgain={props.onAskAgain}
              />
            ) : (
              <ToldAnswer
                key={placeKey(message)}
                conversationId={conversationId}
                message={message}
                busy={busy}
                last={message === last}
                onRegenerate={props.onRegenerate}
                onContinue={props.onContinue}
              />
            ),
          )}
          {exchange === null ? null : (
            <ExchangeTail
              exchange={exchange}
              timeline={timeline}
              onRetry={props.onRetry}
              onTakeBack={props.onTakeBack}
            />
          )}
          {busy || timeline.showAnswer ? null : (
            <FollowUps questions={last?.answer?.follow_ups ?? []} onAsk={props.onFollow} />
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
            left: '50%',
            transform: 'translateX(-50%)',
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
