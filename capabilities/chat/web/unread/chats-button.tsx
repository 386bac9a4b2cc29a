import ForumOutlined from '@mui/icons-material/ForumOutlined';
import { Badge, IconButton } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCall, useChannel, useInvalidate, useSession, useText } from '#platform/web';
import { listRooms } from '../../contract/index.ts';
import { chatTexts } from '../texts.ts';
import { unreadRooms } from './unread.rules.ts';

/** Leads to the chats and counts those with something unread, but for muted ones. */
export function ChatsButton(): ReactNode {
  const t = useText(chatTexts);
  const { user } = useSession();
  const invalidate = useInvalidate();
  const count = unreadRooms(useCall(listRooms, { query: { limit: 50 } }).data?.items ?? []);
  const refresh = (): void => void invalidate(listRooms);
  useChannel(user === null ? null : `chat-inbox:${user.id}`, refresh, refresh);
  const label = count === 0 ? t('title') : t('unread_rooms', { count });
  return (
    <IconButton
      component={Link}
      to="/chats"
      title={label}
      aria-label={label}
      sx={{ width: 40, height: 40, color: 'text.secondary' }}
    >
      <Badge
        badgeContent={count === 0 ? null : count}
        color="primary"
        slotProps={{ badge: { 'aria-hidden': true } }}
      >
        <ForumOutlined fontSize="small" />
      </Badge>
    </IconButton>
  );
}
