import { Refusal } from '#base/refusal';
import type { Permission } from '#platform/contract';
import type { Database, Tx } from '#platform/server/database';
import type { Audit } from '../audit/audit.ts';
import type { Access } from './access.ts';
import type { Announcements } from './announce.ts';
import { checkOwn, difference } from './grants.rules.ts';
import {
  allPermissions,
  allRoles,
  bumpHolders,
  deleteRoleRow,
  findRole,
  lockAccessChanges,
  putRole,
  type RoleRow,
  replaceRolePermissions,
} from './role.store.ts';

export type { RoleRow } from './role.store.ts';

export interface Roles {
  list(): Promise<readonly RoleRow[]>;
  /** Every permission some module asks for, with the roles that hold it. */
  permissions(): Promise<readonly { readonly name: string; readonly roles: string[] }[]>;
  save(
    actorId: string,
    name: string,
    change: { readonly description?: string | undefined; readonly permissions: readonly string[] },
  ): Promise<RoleRow>;
  remove(actorId: string, name: string): Promise<void>;
}

export interface RoleParts {
  readonly database: Database;
  readonly access: Access;
  readonly announcements: Announcements;
  readonly audit: Audit;
}

function roleUnknown(): Refusal {
  return new Refusal('not_found', 'identity.role_unknown', 'There is no such role.');
}

export function createRoles({ database, access, announcements, audit }: RoleParts): Roles {
  async function rightsOf(tx: Tx, actorId: string): Promise<ReadonlySet<Permission>> {
    await lockAccessChanges(tx);
    const own = (await access.read(tx, actorId))?.permissions ?? new Set<Permission>();
    checkOwn(own, ['manage_user_roles']);
    return own;
  }

  async function announceHolders(tx: Tx, name: string): Promise<void> {
    for (const userId of await bumpHolders(tx, name)) await announcements.userChanged(tx, userId);
  }

  async function checkKnown(tx: Tx, permissions: readonly string[]): Promise<void> {
    const known = new Set((await allPermissions(tx)).map((permission) => permission.name));
    const unknown = permissions.filter((name) => !known.has(name));
    if (unknown.length === 0) return;
    throw new Refusal(
      'invalid',
      'identity.permission_unknown',
      'No running module asks for this permission.',
      {
        errors: [{ pointer: '/body/permissions', message: unknown.join(', ') }],
      },
    );
  }

  return {
    list: () => allRoles(database),
    permissions: () => allPermissions(database),
    save: (actorId, name, { description, permissions }) =>
      database.transaction(async (tx) => {
        const own = await rightsOf(tx, actorId);
        if (name === 'admin') {
          throw new Refusal(
            'conflict',
            'identity.admin_role_fixed',
            'The role admin always holds everything.',
          );
        }
        await checkKnown(tx, permissions);
        const before = (await findRole(tx, name))?.permissions ?? [];
        checkOwn(own, difference(before, permissions));
        await putRole(tx, name, description);
        await replaceRolePermissions(tx, name, permissions);
        await announceHolders(tx, name);
        const saved = await findRole(tx, name);
        if (saved === undefined) throw roleUnknown();
        await audit.append(tx, {
          action: 'identity.role_saved',
          actorId,
          subjectId: `role:${name}`,
          details: { before, after: saved.permissions },
        });
        return saved;
      }),
    async remove(actorId, name) {
      await database.transaction(async (tx) => {
        const own = await rightsOf(tx, actorId);
        const role = await findRole(tx, name);
        if (role === undefined) throw roleUnknown();
        if (role.seeded) {
          throw new Refusal('conflict', 'identity.role_seeded', 'Roles that came with the product stay.');
        }
        checkOwn(own, role.permissions);
        await announceHolders(tx, name);
        await deleteRoleRow(tx, name);
        const details = { before: role.permissions };
        await audit.append(tx, {
          action: 'identity.role_deleted',
          actorId,
          subjectId: `role:${name}`,
          details,
        });
      });
    },
  };
}
