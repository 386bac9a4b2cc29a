import type { Database } from '#platform/server/database';
import type { PersonalData } from '#platform/server/privacy';
import { forgetPerson } from './cases/erasure.store.ts';
import { casesAbout, reportsBy } from './cases/person.read.ts';
import { findStanding } from './traces/author.store.ts';
import { deleteTracesOf } from './traces/erasure.store.ts';

/** Decisions stay, without the person; what filters know of them and what they reported goes. */
export function createPersonalData(database: Database): PersonalData {
  return {
    async export(userId) {
      const [standing, cases, reports] = await Promise.all([
        findStanding(database, userId),
        casesAbout(database, userId),
        reportsBy(database, userId),
      ]);
      if (standing === undefined && cases.length === 0 && reports.length === 0) return null;
      return {
        seen: standing === undefined ? null : { texts: standing.texts, first_seen_at: standing.firstSeenAt },
        cases,
        reports,
      };
    },
    async erase(tx, userId) {
      await deleteTracesOf(tx, userId);
      await forgetPerson(tx, userId);
    },
  };
}
