import { Box, Drawer, useMediaQuery } from '@mui/material';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { ErrorNotice, useCall, useSession, useText } from '#platform/web';
import { listAssistants } from '../../contract/index.ts';
import { useDraftStore } from './composer/draft-store.ts';
import { ChatPane } from './conversation/chat-pane.tsx';
import { ConversationList } from './conversations/conversation-list.tsx';
import { RoleList } from './conversations/role-list.tsx';
import { useExchangeStore } from './exchange/exchange-store.ts';
import { useOwnExchanges } from './exchange/use-exchange.ts';
import { keepLastRole } from './last-role.ts';
import { usePanel } from './panel/panel-store.ts';
import { SidePanel } from './panel/side-panel.tsx';
import { workspacePath } from './paths.ts';
import { useRefusals } from './refusals.ts';
import { workspaceTexts } from './texts.ts';
import { useShownConversation } from './use-shown-conversation.ts';

const pattern = /^[a-z][a-z0-9-]{1,39}$/;

/** What this person left in this browser, and nobody else's. */
function useOwnThings(): void {
  const userId = useSession().user?.id;
  useOwnExchanges();
  useLayoutEffect(() => {
    if (userId === undefined) return;
    useDraftStore.getState().own(userId);
  }, [userId]);
}

function Workspace({ role, wanted }: { readonly role: string; readonly wanted: string | null }): ReactNode {
  const t = useText(workspaceTexts);
  const refusals = useRefusals();
  const navigate = useNavigate();
  useOwnThings();
  const id = useShownConversation(role, wanted);
  const assistants = useCall(listAssistants, {}, { staleTime: 60_000 });
  const known = assistants.data?.items ?? [];
  const assistant = known.find((each) => each.role === role);
  const wide = useMediaQuery('(min-width: 1120px)');
  const huge = useMediaQuery('(min-width: 1680px)');
  const panelOpen = usePanel(({ content }) => content !== null);
  const closePanel = usePanel(({ close }) => close);
  const listBeside = wide && (!panelOpen || huge);
  const [drawer, setDrawer] = useState(false);
  const search = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (assistant !== undefined) keepLastRole(role);
  }, [assistant, role]);
  const shown = useRef(id);
  useEffect(() => {
    const before = shown.current;
    shown.current = id;
    // A conversation that begins keeps what its first answer has opened.
    const begins = before === null && id !== null && useExchangeStore.getState().exchanges[id] !== undefined;
    if (before !== id && !begins) closePanel();
  }, [id, closePanel]);
  useEffect(() => {
    if (role !== '') closePanel();
  }, [role, closePanel]);
  useEffect(() => {
    if (listBeside) setDrawer(false);
  }, [listBeside]);

  const open = (conversation: { readonly id: string; readonly role: string } | null): void => {
    setDrawer(false);
    useExchangeStore.getState().arrive(role);
    if (conversation === null) useExchangeStore.getState().clear(`new:${role}`);
    void navigate(
      conversation === null ? workspacePath(role) : workspacePath(conversation.role, conversation.id),
    );
  };
  const toSearch = (): void => {
    if (!listBeside) setDrawer(true);
    setTimeout(() => search.current?.focus(), listBeside ? 0 : 250);
  };
  const list = (
    <>
      <RoleList assistants={known} role={role} onChoose={() => setDrawer(false)} />
      <ConversationList role={role} current={id} searchRef={search} onOpen={open} />
    </>
  );
  if (assistants.error !== null && assistants.data === undefined) {
    return (
      <Box sx={{ p: 3 }}>
        <ErrorNotice error={assistants.error} onRetry={assistants.refetch} refusals={refusals} />
      </Box>
    );
  }
  if (assistants.data !== undefined && assistant === undefined) {
    return <Navigate to={workspacePath(known[0]?.role ?? 'developer')} replace />;
  }
  return (
    <Box sx={{ display: 'flex', flex: 1, minHeight: 0, minWidth: 0 }}>
      {listBeside ? (
        <Box
          component="section"
          aria-label={t('list.label')}
          sx={{ width: 280, flexShrink: 0, overflowY: 'auto', borderRight: 1, borderColor: 'divider' }}
        >
          {list}
        </Box>
      ) : (
        <Drawer
          open={drawer}
          onClose={() => setDrawer(false)}
          slotProps={{
            paper: { role: 'dialog', 'aria-label': t('list.label'), sx: { width: 'min(340px, 88vw)' } },
          }}
        >
          {list}
        </Drawer>
      )}
      <ChatPane
        role={role}
        assistant={assistant}
        id={id}
        besideFits={wide}
        {...(listBeside ? {} : { onShowList: () => setDrawer(true) })}
        onSearch={toSearch}
        onNew={() => open(null)}
      />
      <SidePanel beside={wide} />
    </Box>
  );
}

/** Talking with an assistant: the conversations, the one that is open, and what it made beside it. */
export function WorkspaceScreen(): ReactNode {
  const { role = '', conversation } = useParams();
  if (!pattern.test(role)) return <Navigate to="/assistants" replace />;
  return <Workspace role={role} wanted={conversation ?? null} />;
}
