/** A picture that may never be published again. */
export interface ImageBlock {
  readonly id: string;
  /** 16 hex digits. */
  readonly hash: string;
  readonly mirroredHash: string | null;
  readonly caseId: string | null;
  readonly blockedAt: Date;
}
