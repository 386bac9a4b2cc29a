import BlockOutlined from '@mui/icons-material/BlockOutlined';
import GroupAddOutlined from '@mui/icons-material/GroupAddOutlined';
import SupportAgentOutlined from '@mui/icons-material/SupportAgentOutlined';
import { Box, Button, IconButton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useChannel, useCursorList, useInvalidate, useNotice, useSend, useText } from '#platform/web';
import { listRooms, openRoom } from '../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { chatTexts } from '../texts.ts';
import { RoomRows } from './room-rows.tsx';

export interface RoomListProps {
  readonly me: string;
  readonly current: string | null;
  readonly onOpen: (id: string) => void;
}

/** My rooms, the one used last first; kept up to date. */
export function RoomList({ me, current, onOpen }: RoomListProps): ReactNode {
  const t = useText(chatTexts);
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
      <RoomRows
        list={list}
        label={t('list')}
        me={me}
        current={current}
        onOpen={onOpen}
        empty={
          <Box sx={{ px: 1, py: 2 }}>
            <Typography variant="body2">{t('none')}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
              {t('none_hint')}
            </Typography>
          </Box>
        }
      />
    </Box>
  );
}
