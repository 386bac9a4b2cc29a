import type { ReactNode } from 'react';
import { Navigate, useParams } from 'react-router';
import { browsePath, chatPath } from './paths.ts';

/** `/memory/chat/:conversationId` for links from elsewhere; the page itself keeps the conversation in the query. */
export function ChatLink(): ReactNode {
  const { conversationId } = useParams();
  return <Navigate to={chatPath(conversationId)} replace />;
}

/** `/memory/browse/:id`, likewise. */
export function MemoryLink(): ReactNode {
  const { id } = useParams();
  return <Navigate to={browsePath(id)} replace />;
}
