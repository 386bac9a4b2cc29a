import { newId } from '#base/ids';
import type { Page } from '#base/page';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Tenants, Workspace } from '#capabilities/tenants/server';
import type { Database, Reader, Tx } from '#platform/server/database';
import type { Jobs } from '#platform/server/jobs';
import { enterCompany } from '../conversations/conversation.store.ts';
import { privateScope } from '../conversations/scope.ts';
import type { Roles } from '../roles/roles.ts';
import { checkShareable, checkTakenBack, leastRole, mayChange, titleLine } from './access.rules.ts';
import { dropPrompt } from './jobs.ts';
import {
  dropDeleted,
  holds,
  insertPrompt,
  lockPrompt,
  lockShelf,
  noteUse,
  type Shelf,
  setDeleted,
  trimDeleted,
  updatePrompt,
} from './prompt.store.ts';
import type { OwnPrompt, Prompt, PromptFields } from './prompt.ts';
import { findPrompt, listPrompts, type PromptFilters, type UsedPrompt } from './prompt-list.read.ts';

const mostPrompts = { own: 200, shared: 500 } as const;
const mostDeleted = 100;
const keptDeletedSeconds = 7 * 24 * 60 * 60;

/** Prompts of a person in a company, and those the company shares. Another person's own do not exist. */
export interface Prompts {
  /** The one the person used last first. */
  list(workspace: Workspace, filters: PromptFilters): Promise<Page<OwnPrompt>>;
  /** @throws Refusal `not_found` `assistants.prompt_not_found`. */
  get(workspace: Workspace, id: string): Promise<OwnPrompt>;
  /**
   * @throws Refusal `limited` `assistants.too_many_prompts`, `invalid` `assistants.unknown_role` and
   *   `assistants.prompt_cannot_be_shared`, `forbidden` `tenants.role_too_low`.
   */
  create(workspace: Workspace, fields: PromptFields): Promise<OwnPrompt>;
  /**
   * @throws as `get` and `create`, and Refusal `conflict` `assistants.prompt_changed`, `forbidden`
   *   `assistants.prompt_of_another`.
   */
  change(workspace: Workspace, id: string, fields: PromptFields, baseVersion: number): Promise<OwnPrompt>;
  /** It may be restored for a week, as long as it is among the last hundred. @throws as `get`, `tenants.role_too_low`. */
  delete(workspace: Workspace, id: string): Promise<void>;
  /** One that is not deleted stays as it is. @throws as `delete`, and `limited` `assistants.too_many_prompts`. */
  restore(workspace: Workspace, id: string): Promise<OwnPrompt>;
  /** Puts it first in the person's list. @throws as `get`. */
  noteUse(workspace: Workspace, id: string): Promise<void>;
  /** Keeps prompts kept elsewhere, the oldest first; answers how many of the first are there now. */
  takeOver(workspace: Workspace, brought: readonly Pick<PromptFields, 'title' | 'text'>[]): Promise<number>;
  /** Deletes a prompt for good that was deleted at this moment and not restored since. */
  dropDeleted(shelf: Shelf, id: string, deletedAt: Date): Promise<void>;
}

interface Dependencies {
  readonly database: Database;
  readonly tenants: Tenants;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly roles: Pick<Roles, 'list'>;
}

const missing = (): Refusal =>
  new Refusal('not_found', 'assistants.prompt_not_found', 'There is no such prompt.');

export function createPrompts({ database, tenants, jobs, clock, roles }: Dependencies): Prompts {
  const reader = (workspace: Workspace): Reader => database.scoped(privateScope(workspace));
  const write = <Result>(workspace: Workspace, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
    database.transaction(work, { scope: privateScope(workspace) });
  const enter = (tx: Tx, { companyId, userId }: Workspace): Promise<void> =>
    enterCompany(tx, { ownerId: userId, tenantId: companyId });
  const shelfOf = ({ companyId, userId }: Workspace, shared: boolean): Shelf => ({
    tenantId: companyId,
    ownerId: shared ? null : userId,
  });
  const seenBy = (workspace: Workspace, prompt: UsedPrompt): OwnPrompt => ({
    ...prompt,
    canChange: mayChange(workspace, prompt),
  });

  async function get(workspace: Workspace, id: string): Promise<OwnPrompt> {
    const found = await findPrompt(reader(workspace), workspace.userId, id);
    if (found === undefined) throw missing();
    return seenBy(workspace, found);
  }

  async function checkRole(workspace: Workspace, role: string | null): Promise<void> {
    if (role === null || (await roles.list(workspace)).some(({ name }) => name === role)) return;
    const words = `There is no assistant ${role}.`;
    throw new Refusal('invalid', 'assistants.unknown_role', words, {
      errors: [{ pointer: '/body/role', message: words }],
    });
  }

  function checkSharing(workspace: Workspace): void {
    checkShareable(workspace);
    tenants.requireRole(workspace, 'member');
  }

  async function checkRoom(tx: Tx, workspace: Workspace, shared: boolean): Promise<void> {
    const most = shared ? mostPrompts.shared : mostPrompts.own;
    if ((await lockShelf(tx, shelfOf(workspace, shared))) < most) return;
    const words = shared ? `A company may share ${most} prompts.` : `You may keep ${most} prompts.`;
    throw new Refusal('limited', 'assistants.too_many_prompts', words);
  }

  function newPrompt({ userId: authorId }: Workspace, fields: PromptFields, at: Date): Prompt {
    const [title, text] = [titleLine(fields.title), fields.text.trim()];
    const none = { version: 1, createdAt: at, updatedAt: at, deletedAt: null };
    return { ...fields, ...none, id: newId(at.getTime()), title, text, authorId };
  }

  /** Locked, and with the right to change it. */
  async function lockChangeable(tx: Tx, workspace: Workspace, id: string): Promise<Prompt> {
    const found = await lockPrompt(tx, id);
    if (found === undefined) throw missing();
    tenants.requireRole(workspace, leastRole(workspace, found));
    return found;
  }

  return {
    get,

    async list(workspace, filters) {
      const { items, nextCursor } = await listPrompts(reader(workspace), workspace.userId, filters);
      return { items: items.map((prompt) => seenBy(workspace, prompt)), nextCursor };
    },

    async create(workspace, fields) {
      if (fields.shared) checkSharing(workspace);
      await checkRole(workspace, fields.role);
      const made = newPrompt(workspace, fields, clock());
      await write(workspace, async (tx) => {
        await enter(tx, workspace);
        await checkRoom(tx, workspace, made.shared);
        await insertPrompt(tx, workspace.companyId, made);
      });
      return seenBy(workspace, { ...made, usedAt: null });
    },

    async change(workspace, id, fields, baseVersion) {
      const before = await get(workspace, id);
      if (fields.role !== before.role) await checkRole(workspace, fields.role);
      await write(workspace, async (tx) => {
        const found = await lockChangeable(tx, workspace, id);
        if (found.deletedAt !== null) throw missing();
        if (found.version !== baseVersion)
          throw new Refusal(
            'conflict',
            'assistants.prompt_changed',
            'Somebody changed this prompt in the meantime.',
            { version: found.version },
          );
        if (fields.shared !== found.shared) {
          if (fields.shared) checkSharing(workspace);
          else checkTakenBack(workspace, found);
          await checkRoom(tx, workspace, fields.shared);
        }
        const [title, text] = [titleLine(fields.title), fields.text.trim()];
        const next = { version: baseVersion + 1, updatedAt: clock() };
        await updatePrompt(tx, { ...found, ...fields, ...next, title, text });
      });
      return get(workspace, id);
    },

    delete: (workspace, id) =>
      write(workspace, async (tx) => {
        const found = await lockChangeable(tx, workspace, id);
        if (found.deletedAt !== null) throw missing();
        const at = clock();
        const shelf = shelfOf(workspace, found.shared);
        await setDeleted(tx, id, at);
        await trimDeleted(tx, shelf, mostDeleted);
        const data = {
          company_id: shelf.tenantId,
          owner_id: shelf.ownerId,
          id,
          deleted_at: at.toISOString(),
        };
        await jobs.send(tx, dropPrompt, data, { startAfterSeconds: keptDeletedSeconds });
      }),

    async restore(workspace, id) {
      await write(workspace, async (tx) => {
        const found = await lockChangeable(tx, workspace, id);
        if (found.deletedAt === null) return;
        await checkRoom(tx, workspace, found.shared);
        await setDeleted(tx, id, null);
      });
      return get(workspace, id);
    },

    async noteUse(workspace, id) {
      await get(workspace, id);
      const { companyId: tenantId, userId: ownerId } = workspace;
      await write(workspace, async (tx) => {
        await enter(tx, workspace);
        await noteUse(tx, { promptId: id, ownerId, tenantId, at: clock() });
      });
    },

    takeOver(workspace, brought) {
      const shelf = shelfOf(workspace, false);
      const now = clock().getTime();
      return write(workspace, async (tx) => {
        await enter(tx, workspace);
        let count = await lockShelf(tx, shelf);
        for (const [index, { title, text }] of brought.entries()) {
          // Apart by a millisecond each, so that the list keeps their order.
          const at = new Date(now - brought.length + 1 + index);
          const made = newPrompt(workspace, { title, text, role: null, shared: false }, at);
          if (await holds(tx, shelf, made)) continue;
          if (count >= mostPrompts.own) return index;
          await insertPrompt(tx, shelf.tenantId, made);
          count += 1;
        }
        return brought.length;
      });
    },

    async dropDeleted({ tenantId, ownerId }, id, deletedAt) {
      const scope = ownerId === null ? { tenant: tenantId } : { tenant: tenantId, owner: ownerId };
      await database.transaction((tx) => dropDeleted(tx, id, deletedAt), { scope });
    },
  };
}
