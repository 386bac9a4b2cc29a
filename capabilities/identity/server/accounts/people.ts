import type { Database } from '#platform/server/database';
import { findPeople, findPeopleByName, findPersonByEmail, type PersonRow } from './account.store.ts';

/** What other modules may know about a person: how to call them and in which language. Never the address. */
export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly locale: 'ru' | 'en';
  /** IANA name. */
  readonly timeZone: string;
}

export interface People {
  person(userId: string): Promise<Person | undefined>;
  people(userIds: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  personByEmail(email: string): Promise<Person | undefined>;
  findPeople(
    text: string,
    page: { readonly limit: number; readonly after: string | undefined },
  ): Promise<readonly Person[]>;
}

function personOf({ id, display_name, locale, time_zone }: PersonRow): Person {
  return { id, displayName: display_name, locale, timeZone: time_zone };
}

export function createPeople(database: Database): People {
  async function people(userIds: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    const rows = userIds.length === 0 ? [] : await findPeople(database, [...new Set(userIds)]);
    return new Map(rows.map((row) => [row.id, personOf(row)]));
  }
  return {
    people,
    findPeople: async (text, { limit, after }) =>
      (await findPeopleByName(database, text, { limit, after })).map(personOf),
    person: async (userId) => (await people([userId])).get(userId),
    async personByEmail(email) {
      const row = await findPersonByEmail(database, email);
      return row === undefined ? undefined : personOf(row);
    },
  };
}
