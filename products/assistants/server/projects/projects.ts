import { newId } from '#base/ids';
import type { Page } from '#base/page';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Tenants, Workspace } from '#capabilities/tenants/server';
import { type Database, isUniqueViolation, type Reader, type Tx } from '#platform/server/database';
import type { Jobs } from '#platform/server/jobs';
import type { Storage } from '#platform/server/storage';
import { enterCompany } from '../conversations/conversation.store.ts';
import { dropFolder } from './jobs.ts';
import { companyFolder } from './keys.ts';
import {
  deleteAllProjects,
  deleteProject,
  findProject,
  insertProject,
  listProjects,
  lockProjects,
  updateProject,
} from './project.store.ts';
import type { Project, Upload, UploadKind, Version } from './project.ts';
import { nameTaken, noProject } from './refusals.ts';
import { uploadsOf } from './upload.store.ts';
import { createUploads } from './uploads.ts';
import { versionsOf } from './version.store.ts';

const mostProjects = 100;

/** The 1C projects of a company. Whoever is a member reads them; members make and fill them. */
export interface Projects {
  list(
    workspace: Workspace,
    page: { readonly limit: number; readonly cursor: string | undefined },
  ): Promise<Page<Project>>;
  /** @throws Refusal `not_found` `assistants.project_not_found`. */
  get(workspace: Workspace, id: string): Promise<Project>;
  /** @throws Refusal `conflict` `assistants.project_name_taken`, `limited` `assistants.too_many_projects`. */
  create(
    workspace: Workspace,
    project: { readonly name: string; readonly description: string },
  ): Promise<Project>;
  /** @throws as `get` and `create`. */
  change(
    workspace: Workspace,
    id: string,
    change: { readonly name?: string; readonly description?: string },
  ): Promise<Project>;
  /** Who made it, and administrators. @throws as `get`. */
  delete(workspace: Workspace, id: string): Promise<void>;
  /** Keeps a file and has it read. @throws as `get`, and Refusal `invalid` `assistants.file_empty`. */
  upload(
    workspace: Workspace,
    id: string,
    file: { readonly name: string; readonly kind: UploadKind; readonly bytes: AsyncIterable<Uint8Array> },
  ): Promise<Upload>;
  uploads(workspace: Workspace, id: string): Promise<readonly Upload[]>;
  /** Has the project read anew without a file, or forgets a refused one. */
  removeUpload(workspace: Workspace, id: string, uploadId: string): Promise<void>;
  /** Newest first. */
  versions(workspace: Workspace, id: string): Promise<readonly Version[]>;
  /** Deletes everything of a company. */
  purge(companyId: string): Promise<void>;
}

interface Dependencies {
  readonly database: Database;
  readonly tenants: Tenants;
  readonly jobs: Jobs;
  readonly storage: Storage;
  readonly clock: Clock;
}

export function createProjects(dependencies: Dependencies): Projects {
  const { database, tenants, jobs, clock } = dependencies;
  const uploads = createUploads(dependencies);
  const reader = ({ companyId }: Workspace): Reader => database.scoped({ tenant: companyId });
  const within = <Result>({ companyId }: Workspace, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
    database.transaction(work, { scope: { tenant: companyId } });

  async function get(workspace: Workspace, id: string): Promise<Project> {
    const found = await findProject(reader(workspace), id);
    if (found === undefined) throw noProject();
    return found;
  }

  async function named<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (isUniqueViolation(error)) throw nameTaken();
      throw error;
    }
  }

  const dropAll = (tx: Tx, folder: string): Promise<string | null> => jobs.send(tx, dropFolder, { folder });

  return {
    get,
    list: (workspace, page) => listProjects(reader(workspace), page),

    async create(workspace, { name, description }) {
      tenants.requireRole(workspace, 'member');
      const [id, at] = [newId(clock().getTime()), clock()];
      const { companyId: tenantId, userId } = workspace;
      await named(() =>
        within(workspace, async (tx) => {
          if ((await lockProjects(tx, tenantId)) >= mostProjects)
            throw new Refusal(
              'limited',
              'assistants.too_many_projects',
              `A company may have ${mostProjects} projects.`,
            );
          await enterCompany(tx, { ownerId: userId, tenantId });
          await insertProject(tx, { id, tenantId, name: name.trim(), description, createdBy: userId, at });
        }),
      );
      return get(workspace, id);
    },

    async change(workspace, id, { name, description }) {
      await get(workspace, id);
      tenants.requireRole(workspace, 'member');
      await named(() =>
        within(workspace, (tx) =>
          updateProject(tx, id, {
            ...(name === undefined ? {} : { name: name.trim() }),
            ...(description === undefined ? {} : { description }),
            at: clock(),
          }),
        ),
      );
      return get(workspace, id);
    },

    async delete(workspace, id) {
      const { createdBy } = await get(workspace, id);
      tenants.requireRole(workspace, createdBy === workspace.userId ? 'member' : 'admin');
      await within(workspace, async (tx) => {
        await deleteProject(tx, id);
        await dropAll(tx, `${companyFolder(workspace.companyId)}${id}/`);
      });
    },

    async upload(workspace, id, file) {
      await get(workspace, id);
      tenants.requireRole(workspace, 'member');
      return uploads.add(workspace, id, file);
    },

    async uploads(workspace, id) {
      await get(workspace, id);
      return uploadsOf(reader(workspace), id, 200);
    },

    async removeUpload(workspace, id, uploadId) {
      await get(workspace, id);
      tenants.requireRole(workspace, 'member');
      await uploads.remove(workspace, id, uploadId);
    },

    async versions(workspace, id) {
      await get(workspace, id);
      return versionsOf(reader(workspace), id);
    },

    purge: (companyId) =>
      database.transaction(
        async (tx) => {
          await deleteAllProjects(tx);
          await dropAll(tx, companyFolder(companyId));
        },
        { scope: { tenant: companyId } },
      ),
  };
}
