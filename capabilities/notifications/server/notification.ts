import type { Values } from './texts/render.rules.ts';

/** A notice as it is kept. */
export interface StoredNotification {
  readonly id: string;
  readonly userId: string;
  readonly kind: string;
  readonly values: Values;
  readonly path: string | null;
  readonly createdAt: Date;
  readonly visibleAt: Date;
  readonly seenAt: Date | null;
  readonly readAt: Date | null;
  readonly deletedAt: Date | null;
  readonly inApp: boolean;
}

/** A notice as its person reads it. */
export interface ReadableNotification {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly path: string | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}
