import { type Reader, sql, type Tx } from '../database/index.ts';

export interface ListenerRow {
  readonly event: string;
  readonly listener: string;
}

export function saveListeners(tx: Tx, listeners: readonly ListenerRow[]): Promise<number> {
  const events = listeners.map(({ event }) => event);
  const names = listeners.map(({ listener }) => listener);
  return tx.run(sql`
    INSERT INTO platform.event_listener (event, listener)
    SELECT * FROM unnest(${events}::text[], ${names}::text[])
    ON CONFLICT DO NOTHING`);
}

export async function listenersOf(reader: Reader, event: string): Promise<string[]> {
  const rows = await reader.rows<{ listener: string }>(
    sql`SELECT listener FROM platform.event_listener WHERE event = ${event} ORDER BY listener`,
  );
  return rows.map(({ listener }) => listener);
}

export function removeListener(tx: Tx, { event, listener }: ListenerRow): Promise<number> {
  return tx.run(sql`DELETE FROM platform.event_listener WHERE event = ${event} AND listener = ${listener}`);
}
