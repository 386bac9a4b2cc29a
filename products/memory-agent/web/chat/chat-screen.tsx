import { Box, Drawer, useMediaQuery } from '@mui/material';
import { type ReactNode, useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useSession, useText } from '#platform/web';
import { chatPath } from '../paths.ts';
import { StatsPanel } from '../stats/stats-panel.tsx';
import { memoryTexts } from '../texts.ts';
import { ChatPane } from './chat-pane.tsx';
import { ConversationList } from './conversation-list.tsx';
import { isRunning } from './exchange.rules.ts';
import { useExchangeStore } from './exchange-store.ts';
import { useOwnExchange } from './use-exchange.ts';
import { useShownConversation } from './use-shown-conversation.ts';

const column = { display: 'flex', flexDirection: 'column', minHeight: 0, overflowY: 'auto' } as const;

/** Talking with the agent: conversations, the conversation that is open, and the state of the memory. */
export function ChatScreen(): ReactNode {
  const t = useText(memoryTexts);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  useOwnExchange(useSession().user?.id);
  const id = useShownConversation(search.get('conversation'));
  const wide = useMediaQuery('(min-width: 1080px)');
  const roomy = useMediaQuery('(min-width: 1400px)');
  const [drawer, setDrawer] = useState<'list' | 'stats' | null>(null);

  useEffect(() => {
    if (wide) setDrawer((open) => (open === 'list' ? null : open));
  }, [wide]);

  const open = (conversation: string | null): void => {
    setDrawer(null);
    const { exchange, clear, arrive } = useExchangeStore.getState();
    arrive();
    if (conversation === null && exchange !== null && !isRunning(exchange)) clear();
    void navigate(chatPath(conversation ?? undefined));
  };
  const list = <ConversationList current={id} onOpen={open} />;
  return (
    <Box sx={{ display: 'flex', flex: 1, minHeight: 0 }}>
      {wide ? (
        <Box
          component="section"
          aria-label={t('chat.conversations')}
          sx={{ ...column, width: 272, flexShrink: 0, borderRight: 1, borderColor: 'divider' }}
        >
          {list}
        </Box>
      ) : (
        <Drawer
          open={drawer === 'list'}
          onClose={() => setDrawer(null)}
          slotProps={{
            paper: {
              role: 'dialog',
              'aria-label': t('chat.conversations'),
              sx: { width: 'min(340px, 88vw)' },
            },
          }}
        >
          {list}
        </Drawer>
      )}
      <ChatPane
        id={id}
        {...(wide ? {} : { onShowList: () => setDrawer('list') })}
        {...(roomy ? {} : { onShowStats: () => setDrawer('stats') })}
        onNew={() => open(null)}
      />
      {roomy ? (
        <Box
          component="aside"
          aria-label={t('stats.title')}
          sx={{ ...column, width: 272, flexShrink: 0, borderLeft: 1, borderColor: 'divider', p: 2.5 }}
        >
          <StatsPanel />
        </Box>
      ) : (
        <Drawer
          anchor="right"
          open={drawer === 'stats'}
          onClose={() => setDrawer(null)}
          slotProps={{
            paper: {
              role: 'dialog',
              'aria-label': t('stats.title'),
              sx: { width: 'min(320px, 88vw)', p: 2.5 },
            },
          }}
        >
          <StatsPanel />
        </Drawer>
      )}
    </Box>
  );
}
