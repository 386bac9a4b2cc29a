import { joinSql, type Sql, sql } from '#platform/server/database';

/** What a list is narrowed by; all of it together. Codes of the dictionaries. */
export interface QuestFilter {
  readonly city?: string | undefined;
  readonly category?: string | undefined;
  readonly vehicle?: string | undefined;
  readonly place?: string | undefined;
  readonly activity?: string | undefined;
  readonly tool?: string | undefined;
  readonly language?: string | undefined;
  readonly difficulty?: number | undefined;
  /** Minor units. */
  readonly priceMax?: number | undefined;
  /** Minutes. */
  readonly durationMax?: number | undefined;
  readonly authorId?: string | undefined;
  /** Only these. */
  readonly ids?: readonly string[] | undefined;
}

/** Conditions on `quests.listing l`; what is out of the catalogue never matches. */
export function matching(filter: QuestFilter): Sql {
  const conditions: Sql[] = [sql`l.listed`];
  const also = <Value>(value: Value | undefined, condition: (value: Value) => Sql): void => {
    if (value !== undefined) conditions.push(condition(value));
  };
  also(filter.city, (code) => sql`l.city = ${code}`);
  also(filter.category, (code) => sql`l.category = ${code}`);
  also(filter.vehicle, (code) => sql`l.vehicle = ${code}`);
  also(filter.place, (code) => sql`l.place = ${code}`);
  also(filter.activity, (code) => sql`l.activities ? ${code}`);
  also(filter.tool, (code) => sql`l.tools ? ${code}`);
  also(filter.language, (code) => sql`l.languages ? ${code}`);
  also(filter.difficulty, (number) => sql`l.difficulty = ${number}`);
  also(filter.priceMax, (amount) => sql`l.price <= ${amount}`);
  also(filter.durationMax, (minutes) => sql`l.duration <= ${minutes}`);
  also(filter.authorId, (id) => sql`l.author_id = ${id}::uuid`);
  also(filter.ids, (ids) => sql`l.quest_id = ANY(${ids}::uuid[])`);
  return joinSql(conditions, sql` AND `);
}
