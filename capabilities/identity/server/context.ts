import type { PlatformServices } from '#platform/server/modules';
import type { IdentityConfig } from './config.ts';

/** What every part of this module is built from. */
export type IdentityContext = PlatformServices & { readonly config: IdentityConfig };

/** Where a request came from, as far as this module keeps it. */
export interface Origin {
  readonly address: string;
  readonly userAgent: string;
  readonly locale: 'ru' | 'en';
}
