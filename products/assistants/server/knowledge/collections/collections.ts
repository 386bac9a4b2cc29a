import { newId } from '#base/ids';
import type { Page } from '#base/page';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Tenants, Workspace } from '#capabilities/tenants/server';
import { type Database, isUniqueViolation, type Tx } from '#platform/server/database';
import type { Jobs } from '#platform/server/jobs';
import { enterCompany } from '../../conversations/conversation.store.ts';
import { dropFolder } from '../../projects/jobs.ts';
import { collectionFolder } from '../keys.ts';
import { knowledgeScope, mayManage } from './access.ts';
import {
  deleteCollection,
  findCollection,
  insertCollection,
  listCollections,
  lockCollections,
  setReading,
  updateCollection,
} from './collection.store.ts';
import type { Collection, CollectionReading } from './collection.ts';

const mostCollections = 500;

export interface CollectionChange {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly reading?: CollectionReading | undefined;
}

/** Collections of documents. One that a person may not read does not exist for them. */
export interface Collections {
  list(
    workspace: Workspace,
    page: { readonly limit: number; readonly cursor: string | undefined },
  ): Promise<Page<Collection>>;
  /** @throws Refusal `not_found` `assistants.collection_not_found`. */
  get(workspace: Workspace, id: string): Promise<Collection>;
  /** @throws Refusal `conflict` `assistants.collection_name_taken`, `invalid` `assistants.not_a_member`. */
  create(
    workspace: Workspace,
    made: { readonly name: string; readonly description: string; readonly reading: CollectionReading },
  ): Promise<Collection>;
  /** @throws as `get` and `create`, and Refusal `conflict` `assistants.collection_is_private`. */
  change(workspace: Workspace, id: string, change: CollectionChange): Promise<Collection>;
  /** @throws as `get`. */
  delete(workspace: Workspace, id: string): Promise<void>;
}

interface Dependencies {
  readonly database: Database;
  readonly tenants: Tenants;
  readonly jobs: Jobs;
  readonly clock: Clock;
}

const notFound = (): Refusal =>
  new Refusal('not_found', 'assistants.collection_not_found', 'There is no such collection.');

export function createCollections({ database, tenants, jobs, clock }: Dependencies): Collections {
  const within = <Result>(workspace: Workspace, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
    database.transaction(work, { scope: knowledgeScope(workspace) });

  async function get(workspace: Workspace, id: string): Promise<Collection> {
    const found = await findCollection(database.scoped(knowledgeScope(workspace)), workspace, id);
    if (found === undefined) throw notFound();
    return found;
  }

  async function managed(workspace: Workspace, id: string): Promise<Collection> {
    const found = await get(workspace, id);
    if (!mayManage(workspace, found)) tenants.requireRole(workspace, 'admin');
    return found;
  }

  async function checkReaders(workspace: Workspace, reading: CollectionReading | undefined): Promise<void> {
    if (reading?.kind !== 'members') return;
    const members = new Set((await tenants.members(workspace)).map(({ userId }) => userId));
    const strangers = reading.memberIds.filter((id) => !members.has(id));
    if (strangers.length === 0) return;
    throw new Refusal('invalid', 'assistants.not_a_member', 'Readers must be members of the company.', {
      errors: strangers.map((id) => ({
        pointer: `/body/reading/member_ids/${reading.memberIds.indexOf(id)}`,
        message: 'is no member of the company',
      })),
    });
  }

  async function named<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new Refusal(
        'conflict',
        'assistants.collection_name_taken',
        'There is a collection of this name already.',
      );
    }
  }

  return {
    get,
    list: (workspace, page) => listCollections(database.scoped(knowledgeScope(workspace)), workspace, page),

    async create(workspace, { name, description, reading }) {
      tenants.requireRole(workspace, reading.kind === 'private' ? 'member' : 'admin');
      await checkReaders(workspace, reading);
      const { companyId: tenantId, userId } = workspace;
      const at = clock();
      const id = newId(at.getTime());
      await named(() =>
        within(workspace, async (tx) => {
          if ((await lockCollections(tx, tenantId)) >= mostCollections)
            throw new Refusal(
              'limited',
              'assistants.too_many_collections',
              `There may be ${mostCollections} collections.`,
            );
          await enterCompany(tx, { ownerId: userId, tenantId });
          const ownerId = reading.kind === 'private' ? userId : undefined;
          await insertCollection(tx, {
            id,
            tenantId,
            ownerId,
            name: name.trim(),
            description,
            createdBy: userId,
            at,
          });
          if (ownerId === undefined) await setReading(tx, { id, tenantId }, reading);
        }),
      );
      return get(workspace, id);
    },

    async change(workspace, id, { name, description, reading }) {
      const found = await managed(workspace, id);
      if (reading !== undefined && found.reading.kind === 'private')
        throw new Refusal(
          'conflict',
          'assistants.collection_is_private',
          'A private collection stays private. Make another one for others.',
        );
      await checkReaders(workspace, reading);
      await named(() =>
        within(workspace, async (tx) => {
          await updateCollection(tx, id, {
            ...(name === undefined ? {} : { name: name.trim() }),
            ...(description === undefined ? {} : { description }),
            at: clock(),
          });
          if (reading !== undefined) await setReading(tx, { id, tenantId: workspace.companyId }, reading);
        }),
      );
      return get(workspace, id);
    },

    async delete(workspace, id) {
      await managed(workspace, id);
      await within(workspace, async (tx) => {
        await deleteCollection(tx, id);
        await jobs.send(tx, dropFolder, { folder: collectionFolder(workspace.companyId, id) });
      });
    },
  };
}
