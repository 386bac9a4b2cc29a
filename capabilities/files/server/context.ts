import type { PlatformServices } from '#platform/server/modules';
import type { FilesConfig } from './config.ts';

/** What the parts of this module stand on. */
export interface FilesContext
  extends Pick<
    PlatformServices,
    'platform' | 'database' | 'storage' | 'jobs' | 'clock' | 'log' | 'metrics' | 'breakers' | 'filled'
  > {
  readonly config: FilesConfig;
}
