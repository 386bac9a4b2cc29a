import type { ChatPerson, Room } from '../../contract/index.ts';

/** Everybody somebody shares a room with, by name, but for erased accounts and those left out. */
export function acquaintances(
  rooms: readonly Pick<Room, 'members'>[],
  without: ReadonlySet<string>,
  language: string,
): readonly ChatPerson[] {
  const found = new Map<string, ChatPerson>();
  for (const { id, display_name } of rooms.flatMap(({ members }) => members))
    if (!without.has(id) && display_name !== '') found.set(id, { id, display_name });
  return [...found.values()].toSorted((one, other) =>
    one.display_name.localeCompare(other.display_name, language),
  );
}
