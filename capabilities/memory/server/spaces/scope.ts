/** Whose memory, and with which agent. Everything belongs to exactly one such space. */
export interface MemoryScope {
  /** The person's id (UUID). */
  readonly ownerId: string;
  /** Up to 128 characters; `default` unless a product keeps several agents apart. */
  readonly agentId?: string;
}
