import type { Readable } from 'node:stream';
import type { Caller } from '#platform/server/http';
import type { PersonalData } from '#platform/server/privacy';
import { createBulkhead } from '#platform/server/resilience';
import type { ByteRange, OpenObject } from '#platform/server/storage';
import { createCheck } from './checking/check.ts';
import { createClamav } from './checking/clamav.ts';
import type { Scanner } from './checking/scanner.ts';
import type { FilesContext } from './context.ts';
import type { Files } from './index.ts';
import { filesMetrics } from './metrics.ts';
import { filesPrivacy } from './privacy.ts';
import { privateObject, publicObject, publishedFiles, type ServedObject } from './publishing/file.store.ts';
import { createLinks } from './publishing/links.ts';
import { createPublishOwn } from './publishing/publish-own.ts';
import { createPublish } from './publishing/publishing.ts';
import { createStatus, type FileStanding } from './publishing/status.ts';
import { viewOf } from './publishing/views.ts';
import { createPurposes } from './purposes/purposes.ts';
import { type Collected, createCollect } from './removal/collect.ts';
import { createPurge, type PurgeAddresses, purgeFault } from './removal/content-network.ts';
import { createRemoval } from './removal/removal.ts';
import { createReceiving, type Receiving } from './uploads/receive.ts';
import { createSettling } from './uploads/settle.ts';
import { createStart, type StartUpload } from './uploads/start.ts';
import { createUses } from './uses/uses.ts';

/** The service as this module's own doors see it; other modules see `Files`. */
export interface FilesService extends Files {
  readonly start: StartUpload;
  readonly receive: (ownerId: string, id: string, body: Readable) => Promise<void>;
  readonly complete: Receiving['complete'];
  readonly checkLater: Receiving['checkLater'];
  readonly standing: (caller: Caller | null, id: string) => Promise<FileStanding>;
  readonly deleteOwn: (ownerId: string, id: string) => Promise<void>;
  /** What a public address shows; undefined when nothing. */
  readonly publicObject: (hash: string, name: string) => Promise<ServedObject | undefined>;
  /** What the token of a private address opens; undefined when nothing (any more). */
  readonly privateObject: (token: string) => Promise<ServedObject | undefined>;
  readonly openObject: (object: ServedObject, range?: ByteRange) => Promise<OpenObject | undefined>;
  readonly removeStored: (ids: readonly string[], signal?: AbortSignal) => Promise<void>;
  readonly purge: PurgeAddresses;
  readonly collect: (signal?: AbortSignal) => Promise<Collected>;
  /** Where browsers are sent for public files, besides this server. */
  readonly contentOrigins: readonly string[];
  readonly scanner: Scanner | undefined;
  readonly personalData: PersonalData;
  /** Throws when purposes or settings do not fit together. */
  readonly prepare: () => void;
}

const checksWaiting = 32;

function scannerOf({ config, breakers }: FilesContext): Scanner | undefined {
  if (config.CLAMAV_HOST === undefined) return undefined;
  return createClamav({
    host: config.CLAMAV_HOST,
    port: config.CLAMAV_PORT,
    maxBytes: config.CLAMAV_MAX_BYTES,
    timeoutMs: config.CLAMAV_TIMEOUT_MS,
    breaker: () => breakers.breaker('clamav'),
  });
}

/** Puts the parts of the capability together. Starts nothing. */
export function createFiles(context: FilesContext): FilesService {
  const { database, storage, clock, config, platform, breakers } = context;
  const purposes = createPurposes(context.filled);
  const scanner = scannerOf(context);
  const links = createLinks({ secretKey: platform.secretKey, cdnBaseUrl: config.CDN_BASE_URL, clock });
  const metrics = filesMetrics(context.metrics);
  const bulkhead = createBulkhead({ limit: config.FILES_CHECKS_AT_ONCE, queue: checksWaiting });
  const check = createCheck({ scanner, bulkhead });
  const publish = createPublish({ database, storage, clock });
  const settling = createSettling(context, { check, publish, purposes, metrics });
  const receiving = createReceiving(context, settling);
  const removal = createRemoval(context, links);

  return {
    contentOrigins: config.CDN_BASE_URL === undefined ? [] : [new URL(config.CDN_BASE_URL).origin],
    ...createUses(clock),
    async files(reader, ids) {
      const rows = await publishedFiles(reader, ids);
      return new Map(
        rows.flatMap((row) => {
          const view = viewOf(row, links);
          return view === undefined ? [] : [[row.id, view] as const];
        }),
      );
    },
    publish: createPublishOwn(context, { check, publish, purposes, links }),
    async read(fileId) {
      const [row] = await publishedFiles(database, [fileId]);
      const key = row?.objects?.[0]?.storage_key;
      return key === undefined ? undefined : await storage.get(key);
    },
    remove: (tx, fileId) => removal.take(tx, fileId),
    start: createStart(context, purposes),
    receive: receiving.receive,
    complete: receiving.complete,
    checkLater: receiving.checkLater,
    standing: createStatus(context, { purposes, links }),
    deleteOwn: removal.deleteOwn,
    publicObject: (hash, name) => publicObject(database, hash, name),
    async privateObject(token) {
      const id = links.verify(token);
      return id === undefined ? undefined : await privateObject(database, id);
    },
    openObject: (object, range) => storage.open(object.storage_key, range),
    removeStored: removal.removeStored,
    purge: createPurge(config, () => breakers.breaker('content_network')),
    collect: createCollect(context, { removal, metrics }),
    scanner,
    personalData: filesPrivacy({ database, links, removal }),
    prepare() {
      purposes.check();
      const fault = purgeFault(config);
      if (fault !== undefined) throw new Error(fault);
    },
  };
}
