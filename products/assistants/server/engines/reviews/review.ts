import type { FileReport } from '#products/assistants/engines/diagnostics';
import type { SeverityCounts } from '../tasks/severity-counts.ts';

/** A result of a code check that a company kept. */
export interface Review {
  readonly id: string;
  readonly name: string;
  readonly files: number;
  readonly counts: SeverityCounts;
  readonly authorId: string | null;
  readonly createdAt: Date;
}

export interface ReviewDetail extends Review {
  readonly report: readonly FileReport[];
  readonly leftOut: number;
}
