import { useChannel, useInvalidate, useSession } from '#platform/web';
import { countNotifications, listNotifications } from '../../contract/index.ts';
import { inboxMessageOf } from './inbox-message.rules.ts';

/** Follows the inbox wherever it changes: figures and lists catch up; `onArrival` hears of new notices. */
export function useInboxNews(onArrival: (id: string) => void): void {
  const { user } = useSession();
  const invalidate = useInvalidate();
  const catchUp = () => void invalidate(countNotifications, listNotifications);
  useChannel(
    user === null ? null : `inbox:${user.id}`,
    (received) => {
      const message = inboxMessageOf(received);
      if (message === undefined) return;
      catchUp();
      if (message.event === 'arrived') onArrival(message.id);
    },
    catchUp,
  );
}
