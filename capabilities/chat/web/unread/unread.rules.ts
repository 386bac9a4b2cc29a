import type { Room } from '../../contract/index.ts';

/** How many rooms have something unread that their reader wants to hear of. */
export function unreadRooms(rooms: readonly Pick<Room, 'muted' | 'unread_count'>[]): number {
  return rooms.filter(({ muted, unread_count: unread }) => !muted && unread > 0).length;
}
