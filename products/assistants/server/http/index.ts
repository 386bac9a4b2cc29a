import type { ServeDoor } from '#platform/server/modules';
import type { AssistantsService } from '../assistants.ts';
import { mountChat } from './chat.routes.ts';
import { mountConversations } from './conversations.routes.ts';
import { mountEngines } from './engines/index.ts';
import { mountFeedback } from './feedback.routes.ts';
import { mountFiles } from './files.routes.ts';
import { mountKnowledge } from './knowledge.routes.ts';
import { mountMcp } from './mcp.routes.ts';
import { mountProjects } from './projects.routes.ts';
import { mountPrompts } from './prompts.routes.ts';
import { mountRoles } from './roles.routes.ts';
import { mountUsage } from './usage.routes.ts';

/** Mounts the routes of every room: one line for each. */
export function serve(door: ServeDoor<AssistantsService>): void {
  mountRoles(door);
  mountProjects(door);
  mountKnowledge(door);
  mountEngines(door);
  mountMcp(door);
  mountChat(door);
  mountConversations(door);
  mountPrompts(door);
  mountFiles(door);
  mountFeedback(door);
  mountUsage(door);
}
