import type { Room } from '../../contract/index.ts';
import { type FilesById, presentMessage } from '../messages/present.ts';
import type { MemberView, RoomView } from '../rooms/room-list.read.ts';

export interface NamedMember extends MemberView {
  /** Empty when the account is gone. */
  readonly name: string;
}

export function presentRoom(view: RoomView, members: readonly NamedMember[], files: FilesById): Room {
  return {
    id: view.id,
    kind: view.kind,
    title: view.title,
    members: members.map(({ user_id, name, role, last_read_seq }) => ({
      id: user_id,
      display_name: name,
      role,
      last_read_seq,
    })),
    member_count: members[0]?.total ?? 0,
    last_message: view.lastMessage === null ? null : presentMessage(view.lastMessage, files),
    unread_count: view.unread,
    muted: view.muted,
    blocked: view.blocked,
    last_message_at: view.lastMessageAt.toISOString(),
    created_at: view.createdAt.toISOString(),
  };
}
