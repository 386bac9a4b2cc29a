import NotificationsNoneRounded from '@mui/icons-material/NotificationsNoneRounded';
import { Badge, IconButton } from '@mui/material';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useApi, useCall, useNotice, useText } from '#platform/web';
import { acknowledgeNotification, countNotifications, getNotification } from '../../contract/index.ts';
import { routerPathOf } from '../inbox/app-path.rules.ts';
import { useInboxNews } from '../inbox/use-inbox-news.ts';
import { notificationTexts } from '../texts.ts';

const mostShown = 99;

/** Leads to the inbox and counts what is unread; shows what arrives while the window is looked at. */
export function Bell(): ReactNode {
  const t = useText(notificationTexts);
  const { call } = useApi();
  const notice = useNotice();
  const navigate = useNavigate();
  const unread = useCall(countNotifications, {}).data?.unread ?? 0;

  const show = async (id: string): Promise<void> => {
    const { title, path } = await call(getNotification, { params: { id } });
    const target = routerPathOf(path);
    const open = { label: t('bell.open'), run: () => void navigate(target ?? '/notifications') };
    notice.info(title, open);
    await call(acknowledgeNotification, { params: { id } });
  };
  useInboxNews((id) => {
    // In a hidden window nobody sees it: the push is to go out.
    if (document.visibilityState === 'visible') void show(id).catch(() => undefined);
  });

  const label =
    unread === 0
      ? t('bell.label')
      : unread > mostShown
        ? t('bell.many')
        : t('bell.unread', { count: unread });
  return (
    <IconButton
      component={Link}
      to="/notifications"
      title={label}
      aria-label={label}
      sx={{ width: 40, height: 40, color: 'text.secondary' }}
    >
      <Badge
        badgeContent={unread === 0 ? null : unread}
        max={mostShown}
        color="primary"
        slotProps={{ badge: { 'aria-hidden': true } }}
      >
        <NotificationsNoneRounded fontSize="small" />
      </Badge>
    </IconButton>
  );
}
