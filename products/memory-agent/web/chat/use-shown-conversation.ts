import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { chatPath } from '../paths.ts';
import { useExchangeStore } from './exchange-store.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The conversation of the address, null for a new one. When a conversation begins with the exchange under way, the
 * address follows.
 */
export function useShownConversation(wanted: string | null): string | null {
  const navigate = useNavigate();
  const id = wanted !== null && uuid.test(wanted) ? wanted : null;
  const born = useExchangeStore(({ exchange }) =>
    exchange !== null && exchange.origin === null ? exchange.conversationId : null,
  );
  useEffect(() => {
    if (born === null) return;
    if (id === null) void navigate(chatPath(born), { replace: true });
    else useExchangeStore.getState().arrive();
  }, [born, id, navigate]);
  return id;
}
