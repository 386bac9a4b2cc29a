import { useMemo } from 'react';
import { useCall, useSession } from '#platform/web';
import { listFriendRequests, listFriends } from '../../../contract/index.ts';
import type { Relation } from '../relations/relation.rules.ts';

export interface KnownRelation {
  readonly relation: Relation;
  readonly requestId: string | null;
}

const stranger: KnownRelation = { relation: 'none', requestId: null };

/**
 * What the person has to do with players found by name, as far as the first hundred friends and requests tell; the
 * server has the last word.
 */
export function useKnownRelations(): (playerId: string) => KnownRelation {
  const { user } = useSession();
  const friends = useCall(listFriends, { query: { limit: 100 } }).data;
  const incoming = useCall(listFriendRequests, { query: { limit: 100, direction: 'incoming' } }).data;
  const outgoing = useCall(listFriendRequests, { query: { limit: 100, direction: 'outgoing' } }).data;
  const known = useMemo(() => {
    const found = new Map<string, KnownRelation>();
    if (user !== null) found.set(user.id, { relation: 'self', requestId: null });
    for (const { id } of friends?.items ?? []) found.set(id, { relation: 'friend', requestId: null });
    for (const { id, from } of incoming?.items ?? [])
      found.set(from.id, { relation: 'asks_me', requestId: id });
    for (const { id, to } of outgoing?.items ?? [])
      found.set(to.id, { relation: 'asked_by_me', requestId: id });
    return found;
  }, [user, friends, incoming, outgoing]);
  return (playerId) => known.get(playerId) ?? stranger;
}
