import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { line, PlayerBrief } from './vocabulary.ts';

const play = { access: 'signed-in', scope: 'quests:play' } as const;
const closed = { additionalProperties: false } as const;

export const Team = Type.Object({
  id: Id,
  name: Type.String(),
  captain_id: Id,
  members: Type.Array(PlayerBrief),
  chat_id: Nullable(Id),
  /** Shown to members only; joins whoever types it. */
  invite_code: Type.String(),
  created_at: Instant,
});
export type Team = Static<typeof Team>;

export const listTeams = defineRoute({
  method: 'GET',
  path: '/v2/teams',
  name: 'quests.list_teams',
  summary: "The caller's teams",
  ...play,
  query: Type.Object({ ...pageQuery }),
  reply: PageOf(Team),
});

export const createTeam = defineRoute({
  method: 'POST',
  path: '/v2/teams',
  name: 'quests.create_team',
  summary: 'Make a team; the maker is its captain',
  ...play,
  body: Type.Object({ name: line(60) }, closed),
  reply: Team,
  status: 201,
  refusals: ['quests.too_many_teams'],
});

export const getTeam = defineRoute({
  method: 'GET',
  path: '/v2/teams/:id',
  name: 'quests.get_team',
  summary: 'A team of the caller',
  ...play,
  params: IdParams,
  reply: Team,
});

export const joinTeam = defineRoute({
  method: 'POST',
  path: '/v2/teams/join',
  name: 'quests.join_team',
  summary: 'Join by the code a member gave',
  ...play,
  body: Type.Object({ invite_code: Type.String({ pattern: '^[A-Z0-9]{8}$' }) }, closed),
  reply: Team,
  refusals: ['quests.team_not_found', 'quests.team_full'],
  rateLimit: { max: 20, windowSeconds: 600 },
});

export const updateTeam = defineRoute({
  method: 'PATCH',
  path: '/v2/teams/:id',
  name: 'quests.update_team',
  summary: "Rename, hand over the captain's place, or make a new invitation; the captain only",
  ...play,
  params: IdParams,
  body: Type.Object(
    {
      name: Type.Optional(line(60)),
      captain_id: Type.Optional(Id),
      renew_invite: Type.Optional(Type.Literal(true)),
    },
    { ...closed, minProperties: 1 },
  ),
  reply: Team,
  refusals: ['quests.not_captain', 'quests.not_a_member'],
});

export const leaveTeam = defineRoute({
  method: 'DELETE',
  path: '/v2/teams/:id/members/:user_id',
  name: 'quests.leave_team',
  summary: 'Leave, or (the captain) take somebody out; the last one closes the team',
  ...play,
  params: Type.Object({ id: Id, user_id: Id }),
  status: 204,
  refusals: ['quests.not_captain'],
});
