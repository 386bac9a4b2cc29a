import { isId } from '#base/ids';
import { pageOf } from '#base/page';
import { Refusal } from '#base/refusal';
import type { AuditRow } from '#capabilities/identity/server';
import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { EntryState } from '../entry/entry-rules.ts';
import type { TenantsService } from '../service.ts';

function presentRules(state: EntryState): contract.EntryRules {
  return {
    second_factor_required: state.secondFactor,
    directory_required: state.directory,
    has_directory: state.hasDirectory,
    mine: {
      second_factor: state.mySecondFactor,
      confirmed_until: state.confirmedUntil?.toISOString() ?? null,
    },
  };
}

function presentEntry(row: AuditRow, names: ReadonlyMap<string, string>): contract.TrailEntry {
  const { seq, at, action, actor_id, subject_id, details } = row;
  return {
    seq,
    at: at.toISOString(),
    action,
    actor_id,
    actor_name: names.get(actor_id ?? '') ?? '',
    subject_name: names.get(subject_id ?? '') ?? null,
    details,
  };
}

const defaultLimit = 20;

function sequenceOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new Refusal('invalid', 'tenants.cursor_invalid', 'The cursor is not one of ours.', {
    errors: [{ pointer: '/query/cursor', message: 'The cursor is not one of ours.' }],
  });
}

/** What a company asks of its members, and what was done in it. */
export function serveEntry({
  mount,
  service: { database, entryRules, identity, requireRole, workspace },
}: ServeDoor<TenantsService>): void {
  mount(contract.getEntryRules, async ({ caller, params }) =>
    presentRules(await entryRules.state(caller, params.id)),
  );
  mount(contract.setEntryRules, async ({ caller, params, body }) => {
    await workspace(caller, params.id);
    const { second_factor_required: secondFactor, directory_required: directory } = body;
    return presentRules(await entryRules.require(caller, params.id, { secondFactor, directory }));
  });

  mount(contract.listTrail, async ({ caller, params, query }) => {
    requireRole(await workspace(caller, params.id), 'admin');
    const { limit = defaultLimit, cursor } = query;
    const rows = await identity.auditTrail(database, params.id, {
      limit: limit + 1,
      before: sequenceOf(cursor),
    });
    const page = pageOf(rows, limit, (last) => String(last.seq));
    const ids = page.items.flatMap(({ actor_id, subject_id }) => [actor_id, subject_id]);
    const people = await identity.people(ids.filter((id) => id !== null).filter(isId));
    const names = new Map([...people].map(([id, { displayName }]) => [id, displayName]));
    return { items: page.items.map((row) => presentEntry(row, names)), next_cursor: page.nextCursor };
  });
}
