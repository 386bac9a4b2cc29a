import { defineRef } from '#base/ref';
import { pageSourcesPoint } from '#platform/server/http';
import { defineModule, fill } from '#platform/server/modules';
import { FilesConfig } from './config.ts';
import { scannerHealth } from './health.ts';
import { filesRef } from './index.ts';
import { checkUpload, collectFiles, purgeAddresses, removeObjects } from './jobs/definitions.ts';
import { createFiles, type FilesService } from './service.ts';

/** Uploaded files: quarantine, check, publication, removal. */
export const filesModule = defineModule({
  name: 'files',
  // The same name, seen from inside with what the module's own doors use.
  provides: defineRef<FilesService>(filesRef.id),
  config: FilesConfig,
  jobs: [checkUpload, removeObjects, purgeAddresses, collectFiles],
  migrations: new URL('./db/migrations/', import.meta.url),
  create: createFiles,
  prepare: async (files) => files.prepare(),
  fills: ({ contentOrigins }) => [fill(pageSourcesPoint, { media: contentOrigins })],
  serve: () => import('./http/index.ts'),
  work: () => import('./jobs/index.ts'),
  health: ({ scanner }) => (scanner === undefined ? [] : [scannerHealth(scanner)]),
  privacy: ({ personalData }) => personalData,
});
