/** A plan a company keeps. */
export interface SavedPlan {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly tasks: number;
  readonly authorId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** One writing of a plan. */
export interface PlanVersion {
  readonly version: number;
  readonly note: string;
  readonly authorId: string | null;
  readonly createdAt: Date;
}
