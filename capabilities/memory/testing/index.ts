/** Builders for tests of the memory capability. */
export {
  type GeneratedQuestion,
  type GeneratedSample,
  type GeneratedTurn,
  generateConversations,
} from './generate-conversations.ts';
