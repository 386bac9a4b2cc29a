import type { Identity } from '#capabilities/identity/server';
import type { PlatformServices } from '#platform/server/modules';
import type { PaymentsConfig } from './config.ts';

/** What every part of this module is built from. */
export type PaymentsContext = PlatformServices & {
  readonly config: PaymentsConfig;
  readonly identity: Identity;
};
