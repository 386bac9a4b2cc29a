import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Identity } from '#capabilities/identity/server';
import type { Tenants, Workspace } from '#capabilities/tenants/server';
import type { Database, Reader, Tx } from '#platform/server/database';
import { reservedRoleNames } from '../../contract/index.ts';
import { enterCompany } from '../conversations/conversation.store.ts';
import { builtInRoles } from './built-in/index.ts';
import {
  deleteRole,
  lockRoles,
  lockVersion,
  storedRole,
  storedRoles,
  versionOf,
  versionsOf,
  writeVersion,
} from './role.store.ts';
import type { Role, RoleDefinition, RoleVersion } from './role.ts';

const mostRoles = 100;
const longestHistory = 100;

/** The assistants of a company: the built-in ones as it changed them, and its own. */
export interface Roles {
  list(workspace: Workspace): Promise<readonly Role[]>;
  /** @throws Refusal `not_found` `assistants.role_not_found`. */
  get(workspace: Workspace, name: string): Promise<Role>;
  /** Newest first; a built-in role ends with version 0. */
  history(workspace: Workspace, name: string): Promise<readonly RoleVersion[]>;
  /**
   * @throws Refusal `conflict` `assistants.role_taken`, `invalid` `assistants.role_name_reserved`,
   *   `limited` `assistants.too_many_roles`, and those of `change`.
   */
  create(workspace: Workspace, name: string, definition: RoleDefinition): Promise<Role>;
  /**
   * Writes a new version.
   * @throws Refusal `conflict` `assistants.role_changed`, `invalid` `assistants.unknown_tool`,
   *   `forbidden` `tenants.role_too_low`, `not_found` `assistants.role_not_found`.
   */
  change(workspace: Workspace, name: string, definition: RoleDefinition, change: RoleChange): Promise<Role>;
  /** @throws those of `change`, and Refusal `not_found` `assistants.version_not_found`. */
  rollBack(workspace: Workspace, name: string, version: number, baseVersion: number): Promise<Role>;
  /** Deletes an own role with its history; a built-in one goes back to version 0. */
  delete(workspace: Workspace, name: string): Promise<void>;
}

export interface RoleChange {
  readonly baseVersion: number;
  readonly note: string;
}

interface Dependencies {
  readonly database: Database;
  readonly identity: Identity;
  readonly tenants: Tenants;
  readonly clock: Clock;
  readonly hasTool: (name: string) => boolean;
}

export function createRoles({ database, identity, tenants, clock, hasTool }: Dependencies): Roles {
  const reader = ({ companyId }: Workspace): Reader => database.scoped({ tenant: companyId });
  const builtIn = (name: string): RoleDefinition | undefined => builtInRoles.get(name);
  const missing = (): Refusal =>
    new Refusal('not_found', 'assistants.role_not_found', 'There is no such assistant.');

  function checkTools({ tools }: RoleDefinition): void {
    const unknown = tools.filter((name) => !hasTool(name));
    if (unknown.length === 0) return;
    const words = `There is no tool ${unknown.join(', ')}.`;
    throw new Refusal('invalid', 'assistants.unknown_tool', words, {
      errors: unknown.map((name) => ({
        pointer: `/tools/${tools.indexOf(name)}`,
        message: `Unknown tool ${name}.`,
      })),
    });
  }

  function checkName(name: string): void {
    if (!reservedRoleNames.has(name)) return;
    const words = `The name ${name} belongs to an area of the assistants.`;
    throw new Refusal('invalid', 'assistants.role_name_reserved', words, {
      errors: [{ pointer: '/role', message: words }],
    });
  }

  /** Runs as an administrator of the company, and leaves a line in the audit log. */
  function administer<Result>(
    workspace: Workspace,
    action: string,
    name: string,
    work: (tx: Tx) => Promise<Result>,
  ): Promise<Result> {
    tenants.requireRole(workspace, 'admin');
    return database.transaction(
      async (tx) => {
        // A built-in assistant nobody changed yet has no row to lock: changes of a company wait for one another here.
        await lockRoles(tx, workspace.companyId);
        await enterCompany(tx, { ownerId: workspace.userId, tenantId: workspace.companyId });
        const result = await work(tx);
        await identity.audit(tx, {
          actorId: workspace.userId,
          action: `assistants.${action}`,
          subjectId: workspace.companyId,
          details: { role: name },
        });
        return result;
      },
      { scope: { tenant: workspace.companyId } },
    );
  }

  async function write(
    workspace: Workspace,
    tx: Tx,
    name: string,
    next: { readonly definition: RoleDefinition; readonly version: number; readonly note: string },
  ): Promise<Role> {
    const at = clock();
    await writeVersion(tx, { ...next, tenantId: workspace.companyId, name, authorId: workspace.userId, at });
    const { version, definition } = next;
    return { name, builtIn: builtIn(name) !== undefined, version, updatedAt: at, definition };
  }

  async function lockAt(tx: Tx, name: string, baseVersion: number): Promise<number> {
    const version = await lockVersion(tx, name);
    if (version === 0 && builtIn(name) === undefined) throw missing();
    if (version !== baseVersion)
      throw new Refusal(
        'conflict',
        'assistants.role_changed',
        'Somebody changed this assistant in the meantime.',
        {
          version,
        },
      );
    return version + 1;
  }

  return {
    async list(workspace) {
      const stored = await storedRoles(reader(workspace));
      const own = new Map(stored.map((role) => [role.name, role]));
      const came = [...builtInRoles].map(([name, definition]): Role => {
        const changed = own.get(name);
        return changed === undefined
          ? { name, builtIn: true, version: 0, updatedAt: undefined, definition }
          : { ...changed, builtIn: true };
      });
      const made = stored.filter(({ name }) => !builtInRoles.has(name));
      return [...came, ...made.map((role) => ({ ...role, builtIn: false }))];
    },

    async get(workspace, name) {
      const definition = builtIn(name);
      const stored = await storedRole(reader(workspace), name);
      if (stored !== undefined) return { ...stored, builtIn: definition !== undefined };
      if (definition === undefined) throw missing();
      return { name, builtIn: true, version: 0, updatedAt: undefined, definition };
    },

    async history(workspace, name) {
      const versions = await versionsOf(reader(workspace), name, longestHistory);
      const definition = builtIn(name);
      if (definition === undefined && versions.length === 0) throw missing();
      if (definition === undefined) return versions;
      return [...versions, { version: 0, note: '', authorId: undefined, createdAt: undefined, definition }];
    },

    create(workspace, name, definition) {
      checkName(name);
      checkTools(definition);
      return administer(workspace, 'role_created', name, async (tx) => {
        const count = await lockRoles(tx, workspace.companyId);
        if (builtIn(name) !== undefined || (await lockVersion(tx, name)) > 0)
          throw new Refusal('conflict', 'assistants.role_taken', 'An assistant of this name exists already.');
        if (count >= mostRoles)
          throw new Refusal(
            'limited',
            'assistants.too_many_roles',
            `A company may have ${mostRoles} assistants.`,
          );
        return write(workspace, tx, name, { definition, version: 1, note: '' });
      });
    },

    change(workspace, name, definition, { baseVersion, note }) {
      checkTools(definition);
      return administer(workspace, 'role_changed', name, async (tx) =>
        write(workspace, tx, name, { definition, version: await lockAt(tx, name, baseVersion), note }),
      );
    },

    rollBack(workspace, name, version, baseVersion) {
      return administer(workspace, 'role_rolled_back', name, async (tx) => {
        const next = await lockAt(tx, name, baseVersion);
        const definition = version === 0 ? builtIn(name) : await versionOf(tx, name, version);
        if (definition === undefined)
          throw new Refusal('not_found', 'assistants.version_not_found', 'There is no such version.');
        return write(workspace, tx, name, { definition, version: next, note: `← ${version}` });
      });
    },

    delete(workspace, name) {
      return administer(workspace, 'role_deleted', name, async (tx) => {
        const deleted = await deleteRole(tx, name);
        if (deleted === 0 && builtIn(name) === undefined) throw missing();
      });
    },
  };
}
