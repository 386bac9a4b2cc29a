import type { PersonalData } from '#platform/server/privacy';

/** What every room keeps about a person, as one module's answer; erased in the order given. */
export function combinePersonalData(rooms: Readonly<Record<string, PersonalData>>): PersonalData {
  return {
    async export(userId) {
      const parts = await Promise.all(
        Object.entries(rooms).map(async ([room, data]) => [room, await data.export(userId)] as const),
      );
      return Object.fromEntries(parts);
    },
    async erase(tx, userId) {
      for (const data of Object.values(rooms)) await data.erase(tx, userId);
    },
  };
}
