import type { ListenDoor } from '#platform/server/modules';
import { MessageSent } from '../../contract/index.ts';
import type { ChatService } from '../service.ts';

/** Hears what the module itself announces, so that saying something does not wait for notices. */
export function listen({ on, service }: ListenDoor<ChatService>): void {
  on(MessageSent, 'chat.plan_notices', ({ payload }) => service.notices.plan(payload.room_id));
}
