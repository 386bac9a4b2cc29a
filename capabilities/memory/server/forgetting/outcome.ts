/** The fixed answer of a garbage collection. */
export interface GarbageReport {
  readonly soft_deleted: number;
  readonly hard_deleted: number;
  /** One sentence per part that failed; the other parts were done. */
  readonly errors: readonly string[];
}

export interface GarbageOptions {
  /** Count only. */
  readonly dryRun?: boolean;
  /** The moment ages are counted from; default the clock's. */
  readonly now?: Date;
}
