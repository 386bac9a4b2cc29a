import BlockOutlined from '@mui/icons-material/BlockOutlined';
import { Box, Button, Card, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import {
  CursorList,
  EmptyState,
  Page,
  RelativeTime,
  useCursorList,
  useNotice,
  useSend,
  useText,
} from '#platform/web';
import { getRoom, listBlocks, listRooms, unblockPerson } from '../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { chatTexts } from '../texts.ts';

/** `/chats/blocked`: whom one has blocked, and back again. */
export function BlocksScreen(): ReactNode {
  const t = useText(chatTexts);
  const notice = useNotice();
  const refusals = useRefusals();
  const list = useCursorList(listBlocks, { query: {} });
  const unblock = useSend(unblockPerson, {
    invalidates: [listBlocks, listRooms, getRoom],
    onSuccess: () => notice.success(t('blocks.unblocked')),
    onError: (problem) => notice.error(problem, refusals),
  });
  return (
    <Page
      title={t('blocks.title')}
      help={t('blocks.help')}
      width="narrow"
      actions={
        <Button component={Link} to="/chats" variant="outlined" color="inherit">
          {t('blocks.back')}
        </Button>
      }
    >
      <CursorList
        list={list}
        keyOf={({ person }) => person.id}
        label={t('blocks.title')}
        gap={1}
        empty={<EmptyState icon={BlockOutlined} title={t('blocks.empty')} hint={t('blocks.empty_hint')} />}
      >
        {({ person, created_at: since }) => {
          const name = person.display_name === '' ? t('gone_person') : person.display_name;
          return (
            <Card sx={{ px: 2, py: 1.25 }}>
              <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
                <Box sx={{ flex: 1, minWidth: 0 }}>
                  <Typography sx={{ overflowWrap: 'anywhere' }}>{name}</Typography>
                  <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                    <RelativeTime value={since} />
                  </Typography>
                </Box>
                <Button
                  disabled={unblock.isPending}
                  aria-label={`${t('menu.unblock')}: ${name}`}
                  onClick={() => unblock.mutate({ params: { user_id: person.id } })}
                >
                  {t('menu.unblock')}
                </Button>
              </Stack>
            </Card>
          );
        }}
      </CursorList>
    </Page>
  );
}
