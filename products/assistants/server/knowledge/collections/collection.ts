import type { CompanyRole } from '#capabilities/tenants/server';

/** Who may read a collection. */
export type CollectionReading =
  | { readonly kind: 'company'; readonly leastRole: CompanyRole }
  | { readonly kind: 'members'; readonly memberIds: readonly string[] }
  | { readonly kind: 'private' };

export interface Collection {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly reading: CollectionReading;
  readonly documents: number;
  readonly waiting: number;
  readonly refused: number;
  readonly chunks: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
