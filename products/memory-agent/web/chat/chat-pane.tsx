import AddCommentOutlined from '@mui/icons-material/AddCommentOutlined';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import InsightsOutlined from '@mui/icons-material/InsightsOutlined';
import { Box, IconButton, Tooltip, Typography, useMediaQuery } from '@mui/material';
import { type ReactNode, useEffect, useRef } from 'react';
import { useDocumentTitle, useText, visuallyHidden } from '#platform/web';
import { memoryTexts } from '../texts.ts';
import { Composer } from './composer.tsx';
import { belongsTo, isRunning } from './exchange.rules.ts';
import { useExchangeStore } from './exchange-store.ts';
import { FinishedAnswerNews } from './finished-answer-news.tsx';
import { MessageList } from './message-list.tsx';
import { useConversation } from './use-conversation.ts';
import { useExchange } from './use-exchange.ts';

export interface ChatPaneProps {
  readonly id: string | null;
  readonly onShowList?: () => void;
  readonly onShowStats?: () => void;
  readonly onNew: () => void;
}

/** One conversation: title, messages, and where the next one is written. */
export function ChatPane({ id, onShowList, onShowStats, onNew }: ChatPaneProps): ReactNode {
  const t = useText(memoryTexts);
  const control = useExchange();
  const running = isRunning(control.exchange);
  const exchange = control.exchange !== null && belongsTo(control.exchange, id) ? control.exchange : null;
  // Nothing but the exchange itself is there yet.
  const conversation = useConversation(id, exchange?.begins === true && running);
  const draft = useExchangeStore(({ drafts }) => drafts[id ?? ''] ?? '');
  const setDraft = useExchangeStore(({ draft: set }) => set);
  const input = useRef<HTMLTextAreaElement>(null);
  const finePointer = useMediaQuery('(pointer: fine)');
  const name = conversation.conversation?.title ?? '';
  const title = id === null ? t('chat.new') : name === '' ? t('chat.title') : name;
  useDocumentTitle(title);

  // Another conversation is a reason to write; on touch screens the keyboard would cover it.
  const writesIn = finePointer ? (id ?? 'new') : null;
  useEffect(() => {
    if (writesIn !== null) input.current?.focus({ preventScroll: true });
  }, [writesIn]);

  const send = (message: string): void => {
    setDraft(id, '');
    void control.send(message, id);
  };
  const edit = (message: string): void => {
    setDraft(id, message);
    useExchangeStore.getState().clear();
    input.current?.focus();
  };
  return (
    <Box
      component="section"
      sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0, minHeight: 0 }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 0.5,
          minHeight: 56,
          px: { xs: 1, sm: 2 },
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        {onShowList === undefined ? null : (
          <Tooltip title={t('chat.open_list')}>
            <IconButton aria-label={t('chat.open_list')} onClick={onShowList}>
              <ForumOutlined fontSize="small" />
            </IconButton>
          </Tooltip>
        )}
        <Typography variant="h3" component="h1" noWrap sx={{ flex: 1, px: 1 }} title={title}>
          {title}
        </Typography>
        {onShowList === undefined || id === null ? null : (
          <Tooltip title={t('chat.new')}>
            <IconButton aria-label={t('chat.new')} onClick={onNew}>
              <AddCommentOutlined fontSize="small" />
            </IconButton>
          </Tooltip>
        )}
        {onShowStats === undefined ? null : (
          <Tooltip title={t('stats.show')}>
            <IconButton aria-label={t('stats.show')} onClick={onShowStats}>
              <InsightsOutlined fontSize="small" />
            </IconButton>
          </Tooltip>
        )}
      </Box>
      <Box component="h2" sx={visuallyHidden}>
        {t('chat.log')}
      </Box>
      <MessageList
        key={id ?? 'new'}
        conversation={conversation}
        exchange={exchange}
        onRetry={() => {
          if (exchange !== null) send(exchange.message);
        }}
        onEdit={() => {
          if (exchange !== null) edit(exchange.message);
        }}
        onPick={(example) => edit(example)}
      />
      <FinishedAnswerNews exchange={exchange} />
      <Box sx={{ px: { xs: 1.5, sm: 3 }, pb: { xs: 1.5, sm: 2 }, pt: 1 }}>
        <Box sx={{ maxWidth: 760, mx: 'auto' }}>
          <Composer
            value={draft}
            running={running}
            inputRef={input}
            onChange={(text) => setDraft(id, text)}
            onSend={send}
            onStop={control.stop}
          />
        </Box>
      </Box>
    </Box>
  );
}
