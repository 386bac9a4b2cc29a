import type { Sql } from './sql.ts';

/** Anything that answers statements. Rows come as PostgreSQL names them (snake_case columns). */
export interface Reader {
  /** All rows. */
  rows<Row>(statement: Sql): Promise<Row[]>;
  /** The first row, if any. */
  row<Row>(statement: Sql): Promise<Row | undefined>;
  /** Runs a statement; answers the number of rows it touched. */
  run(statement: Sql): Promise<number>;
}

/** An open transaction. Stores take it as their first parameter, so no statement can escape it. */
export interface Tx extends Reader {
  readonly kind: 'tx';
  /** Runs after the commit succeeded (never after a rollback). Failures are logged, not thrown. */
  afterCommit(work: () => void | Promise<void>): void;
}

/** On whose behalf statements run. Row-level security policies compare rows with these settings. */
export interface Scope {
  readonly owner?: string;
  readonly tenant?: string;
}

export interface TransactionOptions {
  readonly scope?: Scope;
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  readonly readOnly?: boolean;
}

export interface PoolFigures {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

/** The database of this process: a pool of connections with every statement prepared. */
export interface Database extends Reader {
  readonly kind: 'db';
  /** Commits when `work` resolves, rolls back when it throws. */
  transaction<Result>(work: (tx: Tx) => Promise<Result>, options?: TransactionOptions): Promise<Result>;
  /** A reader whose every statement runs under the scope, each in its own pipelined transaction (one round trip). */
  scoped(scope: Scope): Reader;
  /**
   * Listens to a NOTIFY channel on a connection of its own that reconnects by itself.
   * `onGap` is called after a reconnect: notifications may have been missed.
   */
  listen(
    channel: string,
    onMessage: (payload: string) => void,
    onGap?: () => void,
  ): Promise<() => Promise<void>>;
  pool(): PoolFigures;
  close(): Promise<void>;
}
