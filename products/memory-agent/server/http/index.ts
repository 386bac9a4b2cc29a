import type { ServeDoor } from '#platform/server/modules';
import type { MemoryAgent } from '../index.ts';
import { serveChat, serveConversations } from './chat.routes.ts';
import { serveNodes, serveWhole } from './memory.routes.ts';

/** Mounts the routes of the memory agent. */
export function serve(door: ServeDoor<MemoryAgent>): void {
  serveChat(door);
  serveConversations(door);
  serveNodes(door);
  serveWhole(door);
}
