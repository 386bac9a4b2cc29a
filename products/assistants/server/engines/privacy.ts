import { type Database, setScope } from '#platform/server/database';
import type { PersonalData } from '#platform/server/privacy';
import { authored, companiesWrittenFor, forgetAuthor } from './authorship.store.ts';

/** Plans and reviews a person wrote: exported with their words, kept by the company without their name. */
function enginesPrivacy(database: Database): PersonalData {
  return {
    export: (userId) => authored(database.scoped({ owner: userId }), userId),
    async erase(tx, userId) {
      await setScope(tx, { owner: userId });
      for (const tenant of await companiesWrittenFor(tx, userId)) {
        await setScope(tx, { tenant, owner: userId });
        await forgetAuthor(tx, userId);
      }
    },
  };
}

/** Answers for the engines besides what other rooms keep about a person. */
export function withEngines(rooms: PersonalData, database: Database): PersonalData {
  const engines = enginesPrivacy(database);
  return {
    export: async (userId) => ({
      companies: await rooms.export(userId),
      engines: await engines.export(userId),
    }),
    async erase(tx, userId) {
      await rooms.erase(tx, userId);
      await engines.erase(tx, userId);
    },
  };
}
