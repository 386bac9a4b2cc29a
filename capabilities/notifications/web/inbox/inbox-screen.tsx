import NotificationsNoneRounded from '@mui/icons-material/NotificationsNoneRounded';
import { Button, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { CursorList, EmptyState, Page, useCursorList, useNotice, useSend, useText } from '#platform/web';
import {
  countNotifications,
  deleteNotification,
  listNotifications,
  readAllNotifications,
  readNotification,
} from '../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { notificationTexts } from '../texts.ts';
import { InboxRow } from './inbox-row.tsx';

const stale = [listNotifications, countNotifications];

/** Everything the person was told, live: the bell beside it follows the channel and keeps this list fresh. */
export function InboxScreen(): ReactNode {
  const t = useText(notificationTexts);
  const notice = useNotice();
  const refusals = useRefusals();
  const [onlyUnread, setOnlyUnread] = useState(false);
  const query = { limit: 30, ...(onlyUnread ? { unread: true } : {}) };
  const list = useCursorList(listNotifications, { query }, { keepPrevious: true });
  const onError = (problem: unknown) => notice.error(problem, refusals);
  const read = useSend(readNotification, { invalidates: stale, onError });
  const remove = useSend(deleteNotification, {
    invalidates: stale,
    onError,
    onSuccess: () => notice.success(t('inbox.deleted')),
  });
  const readAll = useSend(readAllNotifications, {
    invalidates: stale,
    onError,
    onSuccess: ({ read: count }) => notice.success(t('inbox.read_all_done', { count })),
  });
  const empty = onlyUnread
    ? { title: t('inbox.empty_unread'), hint: t('inbox.empty_unread_hint') }
    : { title: t('inbox.empty'), hint: t('inbox.empty_hint') };
  return (
    <Page
      title={t('inbox.title')}
      width="narrow"
      actions={
        <>
          <Button
            variant="outlined"
            color="inherit"
            loading={readAll.isPending}
            onClick={() => readAll.mutate({})}
          >
            {t('inbox.read_all')}
          </Button>
          <Button variant="outlined" color="inherit" component={Link} to="/notifications/preferences">
            {t('inbox.preferences')}
          </Button>
        </>
      }
    >
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-label={t('inbox.filter')}
        value={onlyUnread}
        onChange={(_event, chosen: boolean | null) => {
          if (chosen !== null) setOnlyUnread(chosen);
        }}
        sx={{ mb: 2, '& .MuiToggleButton-root': { color: 'text.primary' } }}
      >
        <ToggleButton value={false}>{t('inbox.all')}</ToggleButton>
        <ToggleButton value={true}>{t('inbox.unread')}</ToggleButton>
      </ToggleButtonGroup>
      <CursorList
        list={list}
        gap={0}
        label={t('inbox.list')}
        keyOf={({ id }) => id}
        empty={<EmptyState icon={NotificationsNoneRounded} {...empty} />}
      >
        {(notification) => (
          <InboxRow
            notification={notification}
            onRead={() => read.mutate({ params: { id: notification.id } })}
            onDelete={() => remove.mutate({ params: { id: notification.id } })}
          />
        )}
      </CursorList>
    </Page>
  );
}
