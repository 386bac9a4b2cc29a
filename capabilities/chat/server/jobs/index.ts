import type { WorkDoor } from '#platform/server/modules';
import type { ChatService } from '../service.ts';
import { notifyUnread } from './definitions.ts';

/** Handlers of the module's jobs. */
export function work({ handle, service }: WorkDoor<ChatService>): void {
  handle(notifyUnread, ({ data }) => service.notices.tell(data.room_id));
}
