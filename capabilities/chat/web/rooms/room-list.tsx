import BlockOutlined from '@mui/icons-material/BlockOutlined';
import GroupAddOutlined from '@mui/icons-material/GroupAddOutlined';
import NotificationsOffOutlined from '@mui/icons-material/NotificationsOffOutlined';
import SupportAgentOutlined from '@mui/icons-material/SupportAgentOutlined';
import { Badge, Box, Button, IconButton, ListItemButton, ListItemText, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import {
  CursorList,
  RelativeTime,
  useChannel,
  useCursorList,
  useInvalidate,
  useNotice,
  useSend,
  useText,
  visuallyHidden,
} from '#platform/web';
import { listRooms, openRoom, type Room } from '../../contract/index.ts';
import { useRoomTitle } from '../names.ts';
import { useRefusals } from '../refusals.ts';
import { useSystemText } from '../system-text.ts';
import { chatTexts } from '../texts.ts';

export interface RoomListProps {
  readonly me: string;
  readonly current: string | null;
  readonly onOpen: (id: string) => void;
}

function useExcerpt(): (room: Room, me: string) => string {
  const t = useText(chatTexts);
  const systemText = useSystemText();
  return ({ last_message: last }, me) => {
    if (last === null) return t('empty_room');
    if (last.deleted_at !== null) return t('deleted');
    if (last.system !== null) return systemText(last.system);
    const [file] = last.attachments;
    const text = last.text === '' && file !== undefined ? t('attachment', { name: file.name }) : last.text;
    return last.author_id === me ? t('you', { text }) : text;
  };
}

/** My rooms, the one used last first; kept up to date. */
export function RoomList({ me, current, onOpen }: RoomListProps): ReactNode {
  const t = useText(chatTexts);
  const titleOf = useRoomTitle();
  const excerptOf = useExcerpt();
  const invalidate = useInvalidate();
  const notice = useNotice();
  const refusals = useRefusals();
  const list = useCursorList(listRooms, { query: { limit: 30 } });
  const refresh = (): void => void invalidate(listRooms);
  useChannel(`chat-inbox:${me}`, refresh, refresh);
  const support = useSend(openRoom, {
    onSuccess: ({ id }) => onOpen(id),
    onError: (problem) => notice.error(problem, refusals),
    invalidates: [listRooms],
  });
  return (
    <Box sx={{ display: 'grid', gap: 1.5, p: 2, alignContent: 'start' }}>
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <Typography variant="h2" component="h1" sx={{ flex: 1 }}>
          {t('title')}
        </Typography>
        <IconButton
          component={Link}
          to="/chats/blocked"
          aria-label={t('blocks.title')}
          title={t('blocks.title')}
        >
          <BlockOutlined fontSize="small" />
        </IconButton>
        <IconButton component={Link} to="/chats/new" aria-label={t('group.new')} title={t('group.new')}>
          <GroupAddOutlined fontSize="small" />
        </IconButton>
      </Box>
      <Button
        variant="outlined"
        startIcon={<SupportAgentOutlined fontSize="small" />}
        loading={support.isPending}
        onClick={() => support.mutate({ body: { kind: 'support' } })}
      >
        {t('ask_support')}
      </Button>
      <CursorList
        list={list}
        gap={0.25}
        label={t('list')}
        keyOf={({ id }) => id}
        empty={
          <Box sx={{ px: 1, py: 2 }}>
            <Typography variant="body2">{t('none')}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
              {t('none_hint')}
            </Typography>
          </Box>
        }
      >
        {(room) => (
          <ListItemButton
            selected={room.id === current}
            aria-current={room.id === current ? 'page' : undefined}
            onClick={() => onOpen(room.id)}
            sx={{ borderRadius: '12px', gap: 1 }}
          >
            <ListItemText
              primary={titleOf(room, me)}
              secondary={excerptOf(room, me)}
              slotProps={{
                primary: { noWrap: true, sx: { fontWeight: room.unread_count > 0 ? 600 : 400 } },
                secondary: { noWrap: true },
              }}
            />
            <Box sx={{ display: 'grid', justifyItems: 'end', gap: 0.5, flexShrink: 0 }}>
              <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                <RelativeTime value={room.last_message_at} />
              </Typography>
              <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'center', minHeight: 20, pr: 1.25 }}>
                {room.muted ? <NotificationsOffOutlined fontSize="inherit" aria-hidden /> : null}
                {room.unread_count === 0 ? null : (
                  <>
                    <Badge color="primary" badgeContent={room.unread_count} max={99} aria-hidden />
                    <Box component="span" sx={visuallyHidden}>
                      {t('unread', { count: room.unread_count })}
                    </Box>
                  </>
                )}
              </Box>
            </Box>
          </ListItemButton>
        )}
      </CursorList>
    </Box>
  );
}
