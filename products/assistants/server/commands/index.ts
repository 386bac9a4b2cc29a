import type { CliCommand } from '#platform/server/modules';
import type { AssistantsService } from '../assistants.ts';
import { evaluateKnowledgeCommand } from './evaluate-knowledge.ts';

/** Commands of the assistants for the command line. */
export const commands: readonly CliCommand<AssistantsService>[] = [evaluateKnowledgeCommand];
