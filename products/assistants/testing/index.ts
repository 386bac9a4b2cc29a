export {
  type AssistantsApp,
  type AssistantsSocket,
  connectAssistants,
  eventsOf,
  readProject,
  startAssistants,
} from './chats.ts';
export { type Companies, type Someone, said, startCompanies } from './companies.ts';
export { type PromptInput, type PromptPlace, promptCalls } from './prompts.ts';
