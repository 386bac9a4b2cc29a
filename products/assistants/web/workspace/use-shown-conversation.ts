import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useDraftStore } from './composer/draft-store.ts';
import { placeOf, useExchangeStore } from './exchange/exchange-store.ts';
import { workspacePath } from './paths.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The conversation of the address, null for a new one. When a conversation begins with the exchange under way, the
 * address follows; until then the conversation is known from the exchange, so that what is sent next belongs to it.
 */
export function useShownConversation(role: string, wanted: string | null): string | null {
  const navigate = useNavigate();
  const id = wanted !== null && uuid.test(wanted) ? wanted : null;
  const born = useExchangeStore((state) => state.born[role]) ?? null;
  useEffect(() => {
    if (born === null) return;
    if (id === null) {
      useDraftStore.getState().move(placeOf(role, null), born);
      void navigate(workspacePath(role, born), { replace: true });
    } else useExchangeStore.getState().arrive(role);
  }, [born, id, navigate, role]);
  return id ?? born;
}
