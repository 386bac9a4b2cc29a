import { Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, PageOf, pageQuery } from '#platform/contract';
import { ChatPerson, Room, RoomTitle } from './fields.ts';

const reads = { access: 'signed-in', scope: 'chats:read' } as const;
const writes = { access: 'signed-in', scope: 'chats:write' } as const;
const closed = { additionalProperties: false } as const;
const MemberParams = Type.Object({ id: Id, user_id: Id });
const PersonParams = Type.Object({ user_id: Id });

export const listRooms = defineRoute({
  ...reads,
  method: 'GET',
  path: '/chats/',
  name: 'chat.list_rooms',
  summary: 'My rooms, the one used last first',
  query: Type.Object({
    ...pageQuery,
    /** Every person's room with the operators; for operators only. */
    support: Type.Optional(Type.Boolean()),
  }),
  reply: PageOf(Room),
  refusals: ['chat.bad_cursor', 'chat.not_operator'],
});

export const openRoom = defineRoute({
  ...writes,
  method: 'POST',
  path: '/chats/',
  name: 'chat.open_room',
  summary: 'Open a room: the one with a person, a new group, or the one with the operators',
  body: Type.Union([
    Type.Object({ kind: Type.Literal('direct'), user_id: Id }, closed),
    Type.Object(
      {
        kind: Type.Literal('group'),
        title: RoomTitle,
        member_ids: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }),
      },
      closed,
    ),
    Type.Object({ kind: Type.Literal('support') }, closed),
  ]),
  reply: Room,
  status: 201,
  refusals: ['chat.person_unknown', 'chat.blocked', 'chat.self'],
  rateLimit: { max: 60, windowSeconds: 300 },
});

export const getRoom = defineRoute({
  ...reads,
  method: 'GET',
  path: '/chats/:id',
  name: 'chat.get_room',
  summary: 'One room with all its members',
  params: IdParams,
  reply: Room,
  refusals: ['chat.room_not_found'],
});

export const renameRoom = defineRoute({
  ...writes,
  method: 'PATCH',
  path: '/chats/:id',
  name: 'chat.rename_room',
  summary: 'Give a group another title',
  params: IdParams,
  body: Type.Object({ title: RoomTitle }, closed),
  reply: Room,
  refusals: ['chat.room_not_found', 'chat.not_group', 'chat.not_owner'],
});

export const addMember = defineRoute({
  ...writes,
  method: 'PUT',
  path: '/chats/:id/members/:user_id',
  name: 'chat.add_member',
  summary: 'Add a person to a group',
  params: MemberParams,
  status: 204,
  refusals: [
    'chat.room_not_found',
    'chat.not_group',
    'chat.not_owner',
    'chat.person_unknown',
    'chat.blocked',
    'chat.room_full',
  ],
});

export const removeMember = defineRoute({
  ...writes,
  method: 'DELETE',
  path: '/chats/:id/members/:user_id',
  name: 'chat.remove_member',
  summary: 'Leave a group, or take a person out of it',
  params: MemberParams,
  status: 204,
  refusals: ['chat.room_not_found', 'chat.not_group', 'chat.not_owner'],
});

export const muteRoom = defineRoute({
  ...writes,
  method: 'PUT',
  path: '/chats/:id/mute',
  name: 'chat.mute_room',
  summary: 'No notices from this room',
  params: IdParams,
  status: 204,
  refusals: ['chat.room_not_found'],
});

export const unmuteRoom = defineRoute({
  ...writes,
  method: 'DELETE',
  path: '/chats/:id/mute',
  name: 'chat.unmute_room',
  summary: 'Notices from this room again',
  params: IdParams,
  status: 204,
  refusals: ['chat.room_not_found'],
});

export const listBlocks = defineRoute({
  ...reads,
  method: 'GET',
  path: '/chats/blocks',
  name: 'chat.list_blocks',
  summary: 'Whom I have blocked, newest first',
  query: Type.Object(pageQuery),
  reply: PageOf(Type.Object({ person: ChatPerson, created_at: Instant })),
  refusals: ['chat.bad_cursor'],
});

export const blockPerson = defineRoute({
  ...writes,
  method: 'PUT',
  path: '/chats/blocks/:user_id',
  name: 'chat.block_person',
  summary: 'Neither can write to the other in direct rooms any more',
  params: PersonParams,
  status: 204,
  refusals: ['chat.person_unknown', 'chat.self'],
});

export const unblockPerson = defineRoute({
  ...writes,
  method: 'DELETE',
  path: '/chats/blocks/:user_id',
  name: 'chat.unblock_person',
  summary: 'Take my block back',
  params: PersonParams,
  status: 204,
});
