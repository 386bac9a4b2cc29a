import type { Identity } from '#capabilities/identity/server';
import type { Llm } from '#capabilities/llm/server';
import type { Tenants } from '#capabilities/tenants/server';
import type { PersonalData } from '#platform/server/privacy';
import { type Attachments, createAttachments } from './attachments/attachments.ts';
import { type Conversations, createConversations } from './conversations/conversations.ts';
import { createLetGo, type LetGo } from './conversations/let-go.ts';
import { createEndCompany, type EndCompany } from './ending/end-company.ts';
import { createEngineRoom, type EngineRoom } from './engines/engine-room.ts';
import { withEngines } from './engines/privacy.ts';
import type { Exchange } from './exchange/exchange.ts';
import { createExchangeRoom } from './exchange/exchange-room.ts';
import type { ProjectAccess } from './exchange/project-access.ts';
import { createFeedback, type Feedback } from './feedback/feedback.ts';
import { createKnowledge, type Knowledge } from './knowledge/knowledge.ts';
import { withKnowledge } from './knowledge/privacy.ts';
import { createReading } from './knowledge/reading/reading.ts';
import { createMcpRoom, type McpRoom } from './mcp/mcp-room.ts';
import { assistantsData } from './privacy.ts';
import type { ProjectAnswers } from './projects/answers.ts';
import type { Grounds } from './projects/grounds.ts';
import { projectAccess as accessTo } from './projects/project-access.ts';
import type { Projects } from './projects/projects.ts';
import { createProjectRoom, type ProjectRoom } from './projects/room.ts';
import { createPrompts, type Prompts } from './prompts/prompts.ts';
import { createRoles, type Roles } from './roles/roles.ts';
import { checkInput } from './tools/check-input.ts';
import { engineTools } from './tools/engine-tools.ts';
import { groundOfCall } from './tools/ground-of-call.ts';
import { searchKnowledgeTool } from './tools/knowledge/search-knowledge.ts';
import { projectTools } from './tools/project/project-tools.ts';
import type { Tool } from './tools/tool.ts';
import { createToolbox, type Toolbox } from './tools/toolbox.ts';
import { readPrices } from './usage/prices.rules.ts';
import { createUsage, type Usage } from './usage/usage.ts';
import type { AssistantsContext } from './uses.ts';

/** The rooms of this product, seen from inside. Each room's own service stands here under its name. */
export interface AssistantsService {
  readonly identity: Identity;
  readonly tenants: Tenants;
  readonly llm: Llm;
  readonly toolbox: Toolbox;
  readonly roles: Roles;
  readonly projects: Projects;
  readonly projectAnswers: ProjectAnswers;
  readonly grounds: Grounds;
  readonly readProject: ProjectRoom['readUpload'];
  readonly knowledge: Knowledge;
  readonly closeReading: () => Promise<void>;
  readonly projectAccess: ProjectAccess;
  readonly attachments: Attachments;
  readonly conversations: Conversations;
  readonly prompts: Prompts;
  readonly feedback: Feedback;
  readonly usage: Usage;
  readonly exchange: Exchange;
  readonly engines: EngineRoom;
  readonly mcp: McpRoom;
  readonly endCompany: EndCompany;
  readonly letGo: LetGo;
  readonly personalData: PersonalData;
}

/** Builds the rooms in their order: each gets those before it. `more` are tools beside the product's own. */
export function createAssistants(context: AssistantsContext, more: readonly Tool[] = []): AssistantsService {
  const { tenants, config } = context;
  const engines = createEngineRoom(context);
  const reading = createReading();
  const { projects, answers, grounds, readUpload } = createProjectRoom({ ...context, reading });
  const knowledge = createKnowledge({ ...context, reading });
  const own = [
    ...engineTools(engines.run, context.clock, groundOfCall(grounds)),
    ...projectTools({ answers, grounds, run: engines.run }),
    searchKnowledgeTool(knowledge.search),
  ];
  const toolbox = createToolbox([...own, ...more], checkInput);
  const roles = createRoles({ ...context, hasTool: toolbox.has });
  const projectAccess = accessTo({ projects, grounds, run: engines.run });
  const attachments = createAttachments({ ...context, run: engines.run });
  const conversations = createConversations({ ...context, dropFiles: attachments.dropOf });
  const prompts = createPrompts({ ...context, roles });
  const feedback = createFeedback(context);
  const prices = readPrices(config.ASSISTANTS_PRICES);
  const usage = createUsage({ ...context, prices, currency: config.ASSISTANTS_CURRENCY });
  const exchange = createExchangeRoom({
    ...context,
    toolbox,
    roles,
    attachments,
    usage,
    projectAccess,
    run: engines.run,
  });
  return {
    identity: context.identity,
    tenants,
    llm: context.llm,
    toolbox,
    roles,
    projects,
    projectAnswers: answers,
    grounds,
    readProject: readUpload,
    knowledge,
    closeReading: reading.close,
    projectAccess,
    attachments,
    conversations,
    prompts,
    feedback,
    usage,
    exchange,
    engines,
    mcp: createMcpRoom({ ...context, toolbox, version: '0.1.0' }),
    letGo: createLetGo(context.database),
    endCompany: createEndCompany({ ...context, attachments, knowledge, projects }),
    personalData: withKnowledge(
      withEngines(assistantsData({ ...context, attachments }), context.database),
      context,
    ),
  };
}
