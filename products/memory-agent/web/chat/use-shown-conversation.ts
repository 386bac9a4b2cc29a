import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { chatPath } from '../paths.ts';
import { newborn } from './exchange.rules.ts';
import { useExchangeStore } from './exchange-store.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The conversation of the address, null for a new one. When a conversation begins with the exchange under way, the
 * address follows. It may follow late (a change of address waits for a quiet moment), so until then the conversation
 * is known from the exchange: what is sent next belongs to it.
 */
export function useShownConversation(wanted: string | null): string | null {
  const navigate = useNavigate();
  const id = wanted !== null && uuid.test(wanted) ? wanted : null;
  const born = useExchangeStore(({ exchange }) => newborn(exchange));
  useEffect(() => {
    if (born === null) return;
    if (id === null) void navigate(chatPath(born), { replace: true });
    else useExchangeStore.getState().arrive();
  }, [born, id, navigate]);
  return id ?? born;
}
