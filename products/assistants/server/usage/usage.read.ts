import { type Reader, type Sql, sql } from '#platform/server/database';

export interface Counts {
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costMicros: number;
}

interface CountRow {
  readonly name: string | null;
  readonly requests: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost_micros: number;
}

/** Days from and to, both included; of one person when given. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly userId?: string | undefined;
}

const sums = sql`count(*) AS requests, coalesce(sum(input_tokens), 0)::bigint AS input_tokens,
  coalesce(sum(output_tokens), 0)::bigint AS output_tokens, coalesce(sum(cost_micros), 0)::bigint AS cost_micros`;

function within({ from, to, userId }: Period): Sql {
  const person = userId === undefined ? sql`` : sql`AND user_id = ${userId}`;
  return sql`used_on BETWEEN ${from}::date AND ${to}::date ${person}`;
}

export type Grouping = 'day' | 'role' | 'model' | 'user';

const groupings: Readonly<Record<Grouping, Sql>> = {
  day: sql`used_on::text`,
  role: sql`role_name`,
  model: sql`coalesce(model, 'offline')`,
  user: sql`user_id::text`,
};

export interface NamedCounts extends Counts {
  readonly name: string | null;
}

/** Usage of the scope's company in a period: by day in order, else the largest first, at most 366 lines. */
export async function usageBy(
  reader: Reader,
  grouping: Grouping,
  period: Period,
): Promise<readonly NamedCounts[]> {
  const order = grouping === 'day' ? sql`1` : sql`count(*) DESC, 1`;
  const rows = await reader.rows<CountRow>(sql`
    SELECT ${groupings[grouping]} AS name, ${sums} FROM assistants.usage_entry WHERE ${within(period)}
    GROUP BY 1 ORDER BY ${order} LIMIT 366`);
  return rows.map((row) => ({
    name: row.name,
    requests: row.requests,
    inputTokens: row.input_tokens,
    outputTokens: row.output_tokens,
    costMicros: row.cost_micros,
  }));
}

export interface RoleFigures {
  readonly requests: number;
  readonly conversations: number;
  readonly people: number;
  readonly tokens: number;
  readonly costMicros: number;
  readonly offlineRequests: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly useful: number;
  readonly notUseful: number;
}

interface FigureRow extends Omit<RoleFigures, 'costMicros' | 'offlineRequests' | 'notUseful'> {
  readonly cost_micros: number;
  readonly offline_requests: number;
  readonly not_useful: number;
}

const ofRole = (role: string, period: Period): Sql => sql`role_name = ${role} AND ${within(period)}`;

export async function roleFigures(reader: Reader, role: string, period: Period): Promise<RoleFigures> {
  const row = await reader.row<FigureRow>(sql`
    SELECT count(*) AS requests, count(DISTINCT conversation_id) AS conversations, count(DISTINCT user_id) AS people,
      coalesce(sum(input_tokens + output_tokens), 0)::bigint AS tokens,
      coalesce(sum(cost_micros), 0)::bigint AS cost_micros,
      count(*) FILTER (WHERE model IS NULL) AS offline_requests,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY latency_ms) AS p50,
      percentile_cont(0.95) WITHIN GROUP (ORDER BY latency_ms) AS p95,
      count(*) FILTER (WHERE useful) AS useful, count(*) FILTER (WHERE NOT useful) AS not_useful
    FROM assistants.usage_entry WHERE ${ofRole(role, period)}`);
  return {
    requests: row?.requests ?? 0,
    conversations: row?.conversations ?? 0,
    people: row?.people ?? 0,
    tokens: row?.tokens ?? 0,
    costMicros: row?.cost_micros ?? 0,
    offlineRequests: row?.offline_requests ?? 0,
    p50: row?.p50 ?? null,
    p95: row?.p95 ?? null,
    useful: row?.useful ?? 0,
    notUseful: row?.not_useful ?? 0,
  };
}

export interface RoleDay {
  readonly day: string;
  readonly requests: number;
  readonly tokens: number;
  readonly costMicros: number;
}

export async function roleDays(reader: Reader, role: string, period: Period): Promise<readonly RoleDay[]> {
  const rows = await reader.rows<{ day: string; requests: number; tokens: number; cost_micros: number }>(sql`
    SELECT used_on::text AS day, count(*) AS requests, sum(input_tokens + output_tokens)::bigint AS tokens,
      sum(cost_micros)::bigint AS cost_micros
    FROM assistants.usage_entry WHERE ${ofRole(role, period)} GROUP BY 1 ORDER BY 1`);
  return rows.map(({ cost_micros: costMicros, ...rest }) => ({ ...rest, costMicros }));
}

/** How often each word stands in a list column, the most frequent first. */
export async function roleWords(
  reader: Reader,
  role: string,
  period: Period,
  column: 'tools' | 'reasons',
): Promise<readonly { readonly name: string; readonly count: number }[]> {
  const list = column === 'tools' ? sql`tool_names` : sql`reasons`;
  return reader.rows(sql`
    SELECT word AS name, count(*) AS count
    FROM assistants.usage_entry, unnest(${list}) AS word WHERE ${ofRole(role, period)}
    GROUP BY word ORDER BY count(*) DESC, word LIMIT 100`);
}
