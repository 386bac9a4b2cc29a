import type { Llm } from '#capabilities/llm/server';
import type { Tenants } from '#capabilities/tenants/server';
import type { PersonalData } from '#platform/server/privacy';
import { type Attachments, createAttachments } from './attachments/attachments.ts';
import { type Conversations, createConversations } from './conversations/conversations.ts';
import { createEngineRoom, type EngineRoom } from './engines/engine-room.ts';
import { withEngines } from './engines/privacy.ts';
import type { Exchange } from './exchange/exchange.ts';
import { createExchangeRoom } from './exchange/exchange-room.ts';
import { type ProjectAccess, withoutProjects } from './exchange/project-access.ts';
import { createFeedback, type Feedback } from './feedback/feedback.ts';
import { assistantsData } from './privacy.ts';
import { createRoles, type Roles } from './roles/roles.ts';
import { checkInput } from './tools/check-input.ts';
import { engineTools } from './tools/engine-tools.ts';
import type { Tool } from './tools/tool.ts';
import { createToolbox, type Toolbox } from './tools/toolbox.ts';
import { readPrices } from './usage/prices.rules.ts';
import { createUsage, type Usage } from './usage/usage.ts';
import type { AssistantsContext } from './uses.ts';

/** The rooms of this product, seen from inside. Each room's own service stands here under its name. */
export interface AssistantsService {
  readonly tenants: Tenants;
  readonly llm: Llm;
  readonly toolbox: Toolbox;
  readonly roles: Roles;
  readonly projectAccess: ProjectAccess;
  readonly attachments: Attachments;
  readonly conversations: Conversations;
  readonly feedback: Feedback;
  readonly usage: Usage;
  readonly exchange: Exchange;
  readonly engines: EngineRoom;
  readonly personalData: PersonalData;
}

/** Builds the rooms in their order: each gets those before it. `more` are tools beside the product's own. */
export function createAssistants(context: AssistantsContext, more: readonly Tool[] = []): AssistantsService {
  const { tenants, config } = context;
  const engines = createEngineRoom(context);
  const toolbox = createToolbox([...engineTools(engines.run, context.clock), ...more], checkInput);
  const roles = createRoles({ ...context, hasTool: toolbox.has });
  const projectAccess = withoutProjects;
  const attachments = createAttachments(context);
  const conversations = createConversations({ ...context, dropFiles: attachments.dropOf });
  const feedback = createFeedback(context);
  const prices = readPrices(config.ASSISTANTS_PRICES);
  const usage = createUsage({ ...context, prices, currency: config.ASSISTANTS_CURRENCY });
  const exchange = createExchangeRoom({ ...context, toolbox, roles, attachments, usage, projectAccess });
  return {
    tenants,
    llm: context.llm,
    toolbox,
    roles,
    projectAccess,
    attachments,
    conversations,
    feedback,
    usage,
    exchange,
    engines,
    personalData: withEngines(assistantsData({ ...context, attachments }), context.database),
  };
}
