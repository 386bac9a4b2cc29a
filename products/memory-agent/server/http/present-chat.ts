import { levelName } from '#capabilities/memory/contract';
import type * as wire from '../../contract/index.ts';
import type { Citation, Conversation, FinishedAnswer, Message } from '../index.ts';

function presentCitation(citation: Citation): wire.Citation {
  return {
    marker: citation.marker,
    node_id: citation.nodeId,
    label: citation.label,
    level: levelName(citation.level),
    excerpt: citation.excerpt,
    occurred_at: citation.occurredAt,
  };
}

export function presentAnswer(answer: FinishedAnswer): wire.ChatReply {
  return {
    id: answer.id,
    conversation_id: answer.conversationId,
    response: answer.text,
    context_count: answer.contextCount,
    strategies_used: [...answer.strategiesUsed],
    processing_time_ms: answer.processingTimeMs,
    citations: answer.citations.map(presentCitation),
    offline: answer.offline,
    tokens_used: answer.tokensUsed,
  };
}

export function presentConversation(conversation: Conversation): wire.Conversation {
  return {
    id: conversation.id,
    title: conversation.title,
    created_at: conversation.createdAt.toISOString(),
    updated_at: conversation.updatedAt.toISOString(),
    message_count: conversation.messageCount,
  };
}

export function presentMessage(message: Message): wire.ConversationMessage {
  const base = {
    id: message.id,
    role: message.role,
    content: message.content,
    created_at: message.createdAt.toISOString(),
  };
  const { answer, useful, reason } = message;
  if (answer === null) return base;
  return {
    ...base,
    context_count: answer.contextCount,
    strategies_used: [...answer.strategiesUsed],
    processing_time_ms: answer.processingTimeMs,
    citations: answer.citations.map(presentCitation),
    offline: answer.offline,
    feedback: useful === null ? null : { useful, reason },
  };
}
