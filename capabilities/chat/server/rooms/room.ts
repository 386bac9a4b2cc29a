import type { RoomKind } from '../index.ts';

export type MemberRole = 'owner' | 'member' | 'operator';

/** A room without what is said in it. */
export interface RoomRow {
  readonly id: string;
  readonly kind: RoomKind;
  readonly subject_id: string | null;
  readonly title: string | null;
  readonly low_id: string | null;
  readonly high_id: string | null;
  readonly last_seq: number;
  readonly last_rev: number;
}

export interface MemberRow {
  readonly room_id: string;
  readonly user_id: string;
  readonly role: MemberRole;
  readonly last_read_seq: number;
}
