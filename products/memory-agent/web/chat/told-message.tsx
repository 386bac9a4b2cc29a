import { memo, type ReactNode } from 'react';
import type { ConversationMessage } from '../../contract/index.ts';
import { Answer } from './answer.tsx';
import { Said } from './said.tsx';

const none: [] = [];

/** One message as the server keeps it. */
export const ToldMessage = memo(function ToldMessage({
  message,
}: {
  readonly message: ConversationMessage;
}): ReactNode {
  if (message.role === 'user') return <Said text={message.content} />;
  return (
    <Answer
      text={message.content}
      citations={message.citations ?? none}
      facts={{
        contextCount: message.context_count ?? 0,
        strategies: message.strategies_used ?? none,
        milliseconds: message.processing_time_ms ?? 0,
        offline: message.offline ?? false,
      }}
      feedback={{ answerId: message.id, given: message.feedback ?? null }}
    />
  );
});
