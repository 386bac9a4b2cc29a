import type { ReactNode } from 'react';
import { useDocumentTitle, useSession, useText } from '#platform/web';
import { chatTexts } from '../texts.ts';
import { RoomList } from './room-list.tsx';
import { RoomPanes } from './room-panes.tsx';

/** The person's own conversations. */
export function ChatsScreen(): ReactNode {
  const t = useText(chatTexts);
  const { user } = useSession();
  useDocumentTitle(t('title'));
  if (user === null) return null;
  return (
    <RoomPanes
      base="/chats"
      label={t('list')}
      list={(current, onOpen) => <RoomList me={user.id} current={current} onOpen={onOpen} />}
    />
  );
}
