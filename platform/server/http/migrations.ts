/** The tables of this room, in the `platform` schema. */
export const idempotencyMigrations: URL = new URL('./migrations/', import.meta.url);
