import ChatBubbleOutlineRounded from '@mui/icons-material/ChatBubbleOutlineRounded';
import { Box, useMediaQuery } from '@mui/material';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { EmptyState, useText } from '#platform/web';
import { Conversation, type ConversationProps } from '../conversation/conversation.tsx';
import { chatTexts } from '../texts.ts';

export interface RoomPanesProps extends Pick<ConversationProps, 'openSocket'> {
  /** The list's address; a room's is below it. */
  readonly base: string;
  readonly label: string;
  readonly list: (current: string | null, onOpen: (id: string) => void) => ReactNode;
}

/** A list of rooms and the one of the address: two panes where there is room for two, one at a time on a phone. */
export function RoomPanes({ base, label, list, ...socket }: RoomPanesProps): ReactNode {
  const t = useText(chatTexts);
  const navigate = useNavigate();
  const { roomId = null } = useParams();
  const wide = useMediaQuery('(min-width: 900px)');
  const back = (): void => void navigate(base);
  const conversation =
    roomId === null ? (
      <Box sx={{ flex: 1, display: 'grid', placeItems: 'center' }}>
        <EmptyState title={t('choose')} icon={ChatBubbleOutlineRounded} />
      </Box>
    ) : (
      <Conversation
        key={roomId}
        roomId={roomId}
        {...socket}
        {...(wide ? {} : { onBack: back })}
        onLeft={back}
      />
    );
  return (
    <Box sx={{ display: 'flex', flex: 1, minHeight: 0, minWidth: 0 }}>
      {wide || roomId === null ? (
        <Box
          component="section"
          aria-label={label}
          sx={{
            width: wide ? 340 : '100%',
            flexShrink: 0,
            overflowY: 'auto',
            borderRight: wide ? 1 : 0,
            borderColor: 'divider',
          }}
        >
          {list(roomId, (id) => void navigate(`${base}/${id}`))}
        </Box>
      ) : null}
      {wide || roomId !== null ? conversation : null}
    </Box>
  );
}
