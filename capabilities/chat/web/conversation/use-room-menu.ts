import { useNavigate } from 'react-router';
import { useApi, useInvalidate, useNotice, useText } from '#platform/web';
import {
  getRoom,
  listBlocks,
  listRooms,
  muteRoom,
  type Room,
  unblockPerson,
  unmuteRoom,
} from '../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { chatTexts } from '../texts.ts';
import type { Question } from './dialogs.tsx';
import type { MenuEntry } from './message-menu.tsx';

/** What can be done with a room as a whole; things of weight are asked about first. */
export function useRoomMenu(
  room: Room | undefined,
  me: string,
  onAsk: (question: Question) => void,
): readonly MenuEntry[] {
  const t = useText(chatTexts);
  const navigate = useNavigate();
  const { call } = useApi();
  const notice = useNotice();
  const refusals = useRefusals();
  const invalidate = useInvalidate();
  if (room === undefined) return [];
  const { id, kind, muted, blocked } = room;

  const change = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
      await invalidate(getRoom, listRooms, listBlocks);
    } catch (error) {
      notice.error(error, refusals);
    }
  };
  const noticesEntry: MenuEntry = {
    label: muted ? t('menu.unmute') : t('menu.mute'),
    onPick: () => void change(() => call(muted ? unmuteRoom : muteRoom, { params: { id } })),
  };
  const other = kind === 'direct' ? room.members.find((member) => member.id !== me)?.id : undefined;
  if (kind === 'group') {
    return [
      { label: t('menu.members'), onPick: () => void navigate(`/chats/${id}/members`) },
      noticesEntry,
      { label: t('menu.leave'), onPick: () => onAsk({ kind: 'leave', userId: me }) },
    ];
  }
  if (other === undefined) return [noticesEntry];
  return [
    noticesEntry,
    blocked
      ? {
          label: t('menu.unblock'),
          onPick: () => void change(() => call(unblockPerson, { params: { user_id: other } })),
        }
      : { label: t('menu.block'), onPick: () => onAsk({ kind: 'block', userId: other }) },
  ];
}
