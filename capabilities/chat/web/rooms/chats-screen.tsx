import ChatBubbleOutlineRounded from '@mui/icons-material/ChatBubbleOutlineRounded';
import { Box, useMediaQuery } from '@mui/material';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { EmptyState, useDocumentTitle, useSession, useText } from '#platform/web';
import { Conversation } from '../conversation/conversation.tsx';
import { chatTexts } from '../texts.ts';
import { RoomList } from './room-list.tsx';

/** Two panes where there is room for two; one at a time on a phone. */
export function ChatsScreen(): ReactNode {
  const t = useText(chatTexts);
  const { user } = useSession();
  const navigate = useNavigate();
  const { roomId = null } = useParams();
  const wide = useMediaQuery('(min-width: 900px)');
  useDocumentTitle(t('title'));
  if (user === null) return null;
  const list = <RoomList me={user.id} current={roomId} onOpen={(id) => void navigate(`/chats/${id}`)} />;
  const conversation =
    roomId === null ? (
      <Box sx={{ flex: 1, display: 'grid', placeItems: 'center' }}>
        <EmptyState title={t('choose')} icon={ChatBubbleOutlineRounded} />
      </Box>
    ) : (
      <Conversation
        key={roomId}
        roomId={roomId}
        {...(wide ? {} : { onBack: () => void navigate('/chats') })}
        onLeft={() => void navigate('/chats')}
      />
    );
  return (
    <Box sx={{ display: 'flex', flex: 1, minHeight: 0, minWidth: 0 }}>
      {wide || roomId === null ? (
        <Box
          component="section"
          aria-label={t('list')}
          sx={{
            width: wide ? 340 : '100%',
            flexShrink: 0,
            overflowY: 'auto',
            borderRight: wide ? 1 : 0,
            borderColor: 'divider',
          }}
        >
          {list}
        </Box>
      ) : null}
      {wide || roomId !== null ? conversation : null}
    </Box>
  );
}
