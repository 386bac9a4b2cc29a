import type { ServeDoor } from '#platform/server/modules';
import type { ChatService } from '../service.ts';
import { serveMessages } from './messages.routes.ts';
import { serveBlocks, serveMembers, serveRooms } from './rooms.routes.ts';

/** Mounts the routes of the module, and the socket at which people talk. */
export function serve(door: ServeDoor<ChatService>): void {
  serveRooms(door);
  serveMembers(door);
  serveBlocks(door);
  serveMessages(door);
  door.socket('/chats/:chat_id/:user_id', door.service.endpoint);
}
