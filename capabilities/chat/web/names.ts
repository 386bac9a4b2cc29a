import { useText } from '#platform/web';
import type { Room } from '../contract/index.ts';
import { chatTexts } from './texts.ts';

/** How a room is called for somebody: its title, or the others in it. */
export function useRoomTitle(): (room: Room, me: string) => string {
  const t = useText(chatTexts);
  return (room, me) => {
    if (room.title !== null) return room.title;
    if (room.kind === 'support' && room.members.some(({ id, role }) => id === me && role === 'member'))
      return t('support');
    const others = room.members.filter(({ id }) => id !== me);
    const names = others.map(({ display_name: name }) => (name === '' ? t('gone_person') : name));
    return names.length === 0 ? t('nobody') : names.slice(0, 3).join(', ');
  };
}
