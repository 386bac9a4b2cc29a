import { Counter } from 'prom-client';
import type { Attachments } from '../attachments/attachments.ts';
import type { RunEngine } from '../engines/engines.ts';
import type { Role } from '../roles/role.ts';
import type { Roles } from '../roles/roles.ts';
import type { Toolbox } from '../tools/toolbox.ts';
import type { Usage } from '../usage/usage.ts';
import type { AssistantsContext } from '../uses.ts';
import { createAnswering } from './answering.ts';
import { createArchive } from './archive.ts';
import { createCheckDraft } from './drafts/check-draft.ts';
import { createExchange, type Exchange } from './exchange.ts';
import { createKeepAnswer } from './keep-answer.ts';
import { createModelAnswer } from './model-answer.ts';
import { createOfflineAnswer, type WhoHas } from './offline-answer.ts';
import type { ProjectAccess } from './project-access.ts';
import { createRemembering } from './remembering.ts';
import { createToolRunner } from './tool-runner.ts';

interface Rooms {
  readonly toolbox: Toolbox;
  readonly roles: Roles;
  readonly attachments: Attachments;
  readonly usage: Usage;
  readonly projectAccess: ProjectAccess;
  readonly run: RunEngine;
}

type Dependencies = Rooms &
  Pick<AssistantsContext, 'database' | 'tenants' | 'llm' | 'memory' | 'clock' | 'log' | 'metrics' | 'config'>;

/** Builds the exchange: what is asked, kept, answered with a model or without, and remembered. */
export function createExchangeRoom(dependencies: Dependencies): Exchange {
  const { roles, metrics, config } = dependencies;
  const requests = new Counter({
    name: 'assistant_requests_total',
    help: 'Questions to assistants; those that companies made themselves count as custom.',
    labelNames: ['role'],
    registers: [metrics],
  });
  const whoHas: WhoHas = async ({ workspace, locale }, tool) =>
    (await roles.list(workspace))
      .filter(({ definition }) => definition.tools.includes(tool))
      .map(({ definition }) => definition.title[locale]);
  const tokenBudget = config.ASSISTANTS_PROMPT_TOKENS;
  const runTool = createToolRunner(dependencies);
  const archive = createArchive(dependencies);
  const remembering = createRemembering(dependencies);
  const answering = createAnswering({
    ...dependencies,
    remembering,
    keepAnswer: createKeepAnswer({ ...dependencies, archive, tokenBudget }),
    modelAnswer: createModelAnswer({
      ...dependencies,
      runTool,
      tokenBudget,
      checkDraft: createCheckDraft(dependencies.run),
    }),
    offlineAnswer: createOfflineAnswer({ ...dependencies, runTool, whoHas }),
    countRequest: ({ name, builtIn }: Role) => requests.inc({ role: builtIn ? name : 'custom' }),
  });
  return createExchange({ ...dependencies, archive, remembering, answering, tokenBudget });
}
