import { pageOf } from '#base/page';
import type { ServeDoor } from '#platform/server/modules';
import {
  type ApiKey,
  type AuditEntry,
  createApiKey,
  getJwks,
  listApiKeys,
  listAudit,
  revokeApiKey,
} from '../../contract/index.ts';
import { readSequenceCursor } from '../access/cursor.rules.ts';
import type { ApiKeyRow } from '../api-keys/api-keys.ts';
import type { AuditRow } from '../audit/audit.ts';
import type { IdentityService } from '../service.ts';

function presentKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    created_at: row.created_at.toISOString(),
    expires_at: row.expires_at?.toISOString() ?? null,
    last_used_at: row.last_used_at?.toISOString() ?? null,
  };
}

function presentEntry(row: AuditRow): AuditEntry {
  const { seq, action, actor_id, subject_id, details, hash } = row;
  return { seq, at: row.at.toISOString(), action, actor_id, subject_id, details, hash };
}

const defaultLimit = 20;

export function serveOperations({ mount, service, platform }: ServeDoor<IdentityService>): void {
  mount(listApiKeys, async ({ caller }) => ({
    items: (await service.apiKeys.list(caller.userId)).map(presentKey),
    next_cursor: null,
  }));

  mount(createApiKey, async ({ caller, body }, reply) => {
    const { key, row } = await service.apiKeys.create(caller.userId, {
      name: body.name,
      scopes: body.scopes,
      expiresInDays: body.expires_in_days,
    });
    reply.header('cache-control', 'no-store');
    return { key, api_key: presentKey(row) };
  });

  mount(revokeApiKey, ({ caller, params }) => service.apiKeys.revoke(caller.userId, params.id));

  mount(listAudit, async ({ query }) => {
    const { limit = defaultLimit, cursor, action, actor_id: actorId, subject_id: subjectId } = query;
    const filter = { action, actorId, subjectId, before: readSequenceCursor(cursor) };
    const rows = await service.auditLog.find(platform.database, filter, limit + 1);
    const page = pageOf(rows, limit, (last) => String(last.seq));
    return { items: page.items.map(presentEntry), next_cursor: page.nextCursor };
  });

  mount(getJwks, async (_request, reply) => {
    reply.header('cache-control', 'public, max-age=300');
    return { keys: [...(await service.keyring.published())] };
  });
}
