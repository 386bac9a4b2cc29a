import type { Caller } from '#platform/server/http';

/** True for the author, and for people who may edit every quest. */
export function mayEdit(
  caller: Pick<Caller, 'userId' | 'permissions'>,
  quest: { readonly authorId: string },
): boolean {
  return quest.authorId === caller.userId || caller.permissions.has('can_edit_quests');
}
