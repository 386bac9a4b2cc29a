export { type DatabaseOptions, openDatabase } from './database.ts';
export {
  type EmbeddedOptions,
  type EmbeddedPostgres,
  findRunningPostgres,
  startEmbeddedPostgres,
} from './embedded/embedded.ts';
export { isConnectionFailure, isUniqueViolation } from './errors.ts';
export {
  type MigrationFile,
  type MigrationSource,
  type MigrationStatus,
  migrate,
  migrationStatus,
} from './migrations.ts';
export { setScope } from './scope.ts';
export { amongIds, joinSql, type Sql, sql } from './sql.ts';
export type { Database, PoolFigures, Reader, Scope, TransactionOptions, Tx } from './types.ts';
