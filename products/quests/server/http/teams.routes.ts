import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { TeamRow } from '../play/teams.ts';
import type { QuestsService } from '../quests.ts';

/** Teams of players. */
export function mountTeams({ mount, service: { play, players } }: ServeDoor<QuestsService>): void {
  async function present(rows: readonly TeamRow[]): Promise<contract.Team[]> {
    const people = await players.briefs(rows.flatMap(({ member_ids }) => member_ids));
    return rows.map(({ id, name, captain_id, chat_id, invite_code, created_at, member_ids }) => ({
      id,
      name,
      captain_id,
      chat_id,
      invite_code,
      created_at: created_at.toISOString(),
      members: member_ids.flatMap((member) => people.get(member) ?? []),
    }));
  }

  async function presentOne(row: TeamRow): Promise<contract.Team> {
    const [team] = await present([row]);
    if (team === undefined) throw new Error('One row presents as one team.');
    return team;
  }

  mount(contract.listTeams, async ({ caller, query }) => {
    const page = await play.teams.list(caller.userId, { limit: query.limit ?? 20, cursor: query.cursor });
    return { items: await present(page.items), next_cursor: page.nextCursor };
  });
  mount(contract.createTeam, async ({ caller, body }) =>
    presentOne(await play.teams.create(caller.userId, body.name)),
  );
  mount(contract.joinTeam, async ({ caller, body }) =>
    presentOne(await play.teams.join(caller.userId, body.invite_code)),
  );
  mount(contract.getTeam, async ({ caller, params }) =>
    presentOne(await play.teams.team(caller.userId, params.id)),
  );
  mount(contract.updateTeam, async ({ caller, params, body }) =>
    presentOne(
      await play.teams.update(caller.userId, params.id, {
        ...(body.name === undefined ? {} : { name: body.name }),
        ...(body.captain_id === undefined ? {} : { captainId: body.captain_id }),
        ...(body.renew_invite === undefined ? {} : { renewInvite: true }),
      }),
    ),
  );
  mount(contract.leaveTeam, ({ caller, params }) =>
    play.teams.leave(caller.userId, params.id, params.user_id),
  );
}
