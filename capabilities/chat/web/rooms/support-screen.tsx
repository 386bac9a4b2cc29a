import SupportAgentOutlined from '@mui/icons-material/SupportAgentOutlined';
import { Box, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import {
  EmptyState,
  useCursorList,
  useDocumentTitle,
  useInvalidate,
  useSession,
  useText,
} from '#platform/web';
import { listRooms, type Room } from '../../contract/index.ts';
import { chatTexts } from '../texts.ts';
import { RoomPanes } from './room-panes.tsx';
import { RoomRows } from './room-rows.tsx';

const askAgainMs = 20_000;

/** The last word is of the person who asked, not of an operator. */
function waits({ last_message: last, members }: Room): boolean {
  return last !== null && members.some(({ id, role }) => id === last.author_id && role === 'member');
}

interface SupportListProps {
  readonly me: string;
  readonly current: string | null;
  readonly onOpen: (id: string) => void;
}

function SupportList({ me, current, onOpen }: SupportListProps): ReactNode {
  const t = useText(chatTexts);
  const list = useCursorList(listRooms, { query: { support: true, limit: 30 } });
  const invalidate = useInvalidate();
  // Operators are not in these rooms, so no channel tells them of a new question.
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void invalidate(listRooms);
    }, askAgainMs);
    return () => clearInterval(timer);
  }, [invalidate]);
  return (
    <Box sx={{ display: 'grid', gap: 1.5, p: 2, alignContent: 'start' }}>
      <Box>
        <Typography variant="h2" component="h1">
          {t('support_desk.title')}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {t('support_desk.help')}
        </Typography>
      </Box>
      <RoomRows
        list={list}
        label={t('support_desk.title')}
        me={me}
        current={current}
        waits={waits}
        onOpen={onOpen}
        empty={<EmptyState icon={SupportAgentOutlined} title={t('support_desk.none')} />}
      />
    </Box>
  );
}

/** Everybody's conversations with the operators, for operators. */
export function SupportScreen(): ReactNode {
  const t = useText(chatTexts);
  const { user } = useSession();
  useDocumentTitle(t('support_desk.title'));
  if (user === null) return null;
  return (
    <RoomPanes
      base="/chats/support"
      label={t('support_desk.title')}
      list={(current, onOpen) => <SupportList me={user.id} current={current} onOpen={onOpen} />}
    />
  );
}
