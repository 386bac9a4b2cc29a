import { newId } from '#base/ids';
import type { Clock } from '#base/time';
import type { Database } from '#platform/server/database';
import type { Jobs } from '#platform/server/jobs';
import type { Storage } from '#platform/server/storage';
import type { Log } from '#platform/server/telemetry';
import type { LocalText } from '#products/assistants/engines/metadata';
import { dropBytes } from '../attachments/jobs.ts';
import { isPassing, type Reading, ReadingTooLarge } from '../knowledge/reading/reading.ts';
import { figuresOf } from './figures.rules.ts';
import { graphKey, groundKey, uploadKey } from './keys.ts';
import { findProject, lockProject } from './project.store.ts';
import type { Project, Upload } from './project.ts';
import type { ReadProject, ReadProjectResult } from './reading/read-project.ts';
import {
  deleteUploads,
  makeCurrent,
  refuseUpload,
  setLeaving,
  setProgress,
  uploadsOf,
} from './upload.store.ts';
import {
  deleteCode,
  deleteVersions,
  insertMethods,
  insertModules,
  insertPostings,
  insertVersion,
  versionsOf,
} from './version.store.ts';

const keptVersions = 10;
const progressEveryMs = 1_000;

const broken: LocalText = {
  ru: 'Файл не удалось прочитать: он повреждён.',
  en: 'The file could not be read: it is damaged.',
};
const tooLarge: LocalText = {
  ru: 'Для этого проекта не хватает памяти сервера: выгрузка слишком большая.',
  en: 'The export is too large: reading the project needs more memory than is allowed.',
};

export interface ReadUploadData {
  readonly companyId: string;
  readonly projectId: string;
  readonly uploadId: string;
}

interface Dependencies {
  readonly database: Database;
  readonly storage: Storage;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  readonly reading: Reading;
}

/** What the storage keeps of a version. */
const keysOf = (...version: Parameters<typeof graphKey>): readonly string[] => [
  graphKey(...version),
  groundKey(...version),
];

/** Somebody else read another file into the project meanwhile: this one is read again on top of it. */
class ProjectMoved extends Error {}

/** Reads a project with a waiting file, or without one that leaves; what comes out replaces the version in one transaction. */
export function createReadUpload({ database, storage, jobs, clock, log, reading }: Dependencies) {
  async function read(
    { companyId, projectId }: ReadUploadData,
    project: Project,
    files: readonly Upload[],
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<ReadProjectResult> {
    const loaded = [];
    for (const { id, name, kind } of files) {
      const bytes = await storage.get(uploadKey(companyId, projectId, id));
      if (bytes === undefined) return { ok: false, file: name, fault: broken };
      loaded.push({ name, kind, bytes });
    }
    try {
      return await reading.project({ name: project.name, files: loaded }, { signal, onProgress });
    } catch (error) {
      signal.throwIfAborted();
      if (isPassing(error)) throw error;
      log.warn({ error, projectId }, 'A project could not be read.');
      return { ok: false, file: '', fault: error instanceof ReadingTooLarge ? tooLarge : broken };
    }
  }

  /** Answers the graphs and uploads that are left over. */
  async function apply(
    { companyId, projectId, uploadId }: ReadUploadData,
    base: Project,
    made: ReadProject,
    graphId: string,
  ): Promise<void> {
    const place = { tenantId: companyId, projectId };
    await database.transaction(
      async (tx) => {
        const version = await lockProject(tx, projectId);
        if (version !== base.version) throw new ProjectMoved('Another file was read into the project.');
        const there = await uploadsOf(tx, projectId);
        const upload = there.find(({ id }) => id === uploadId);
        if (upload === undefined) throw new ProjectMoved('The file is gone.');
        const left = there.filter(
          ({ id, name, status }) =>
            status === 'current' &&
            (id === uploadId ? upload.leaving : name.toLowerCase() === upload.name.toLowerCase()),
        );
        await deleteUploads(
          tx,
          left.map(({ id }) => id),
        );
        if (!upload.leaving) await makeCurrent(tx, uploadId);
        await deleteCode(tx, projectId);
        await insertModules(tx, place, made.modules);
        await insertMethods(tx, place, made.methods);
        await insertPostings(tx, place, made.postings);
        const terms = made.methods.reduce((sum, { length }) => sum + length, 0);
        await insertVersion(tx, {
          ...place,
          version: base.version + 1,
          graphId,
          cause: upload.leaving ? `− ${upload.name}` : upload.name,
          figures: figuresOf(made),
          createdAt: clock(),
          methods: made.methods.length,
          terms,
        });
        const old = (await versionsOf(tx, projectId)).slice(keptVersions);
        await deleteVersions(
          tx,
          projectId,
          old.map((one) => one.version),
        );
        const keys = [
          ...left.map(({ id }) => uploadKey(companyId, projectId, id)),
          ...old.flatMap((one) => keysOf(companyId, projectId, one.graphId)),
        ];
        if (keys.length > 0) await jobs.send(tx, dropBytes, { keys });
      },
      { scope: { tenant: companyId } },
    );
  }

  return async (data: ReadUploadData, signal: AbortSignal): Promise<void> => {
    const { companyId, projectId, uploadId } = data;
    const reader = database.scoped({ tenant: companyId });
    const project = await findProject(reader, projectId);
    const uploads = await uploadsOf(reader, projectId);
    const upload = uploads.find(({ id }) => id === uploadId);
    if (project === undefined || upload === undefined) return;
    if (!upload.leaving && upload.status !== 'waiting' && upload.status !== 'reading') return;

    const isPart = ({ id, name, status, leaving }: Upload): boolean =>
      status === 'current' && !leaving && id !== uploadId && name.toLowerCase() !== upload.name.toLowerCase();
    const files = [...uploads.filter(isPart).reverse(), ...(upload.leaving ? [] : [upload])];
    let told = 0;
    const tell = (share: number): void => {
      const now = clock().getTime();
      if (upload.leaving || now - told < progressEveryMs) return;
      told = now;
      // How far it is may be lost; what was read may not.
      setProgress(reader, uploadId, Math.min(0.95, share)).catch((error: unknown) =>
        log.warn({ error }, 'The progress of a reading could not be told.'),
      );
    };
    tell(0);
    const result = await read(data, project, files, tell, signal);
    if (!result.ok) {
      await database.transaction(
        (tx) => (upload.leaving ? setLeaving(tx, uploadId, false) : refuseUpload(tx, uploadId, result.fault)),
        { scope: { tenant: companyId } },
      );
      return;
    }
    const graphId = newId(clock().getTime());
    const { graph, ground } = result.project;
    const type = { contentType: 'application/gzip' };
    await storage.put(graphKey(companyId, projectId, graphId), graph, type);
    await storage.put(groundKey(companyId, projectId, graphId), ground, type);
    try {
      await apply(data, project, result.project, graphId);
    } catch (error) {
      for (const key of keysOf(companyId, projectId, graphId)) await storage.delete(key);
      throw error;
    }
  };
}
