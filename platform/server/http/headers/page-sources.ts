import { defineExtensionPoint } from '../../modules/extension.ts';

/** Origins (`https://cdn.example.org`) that pages may load from besides this server. */
export interface PageSources {
  /** Pictures and sound. */
  readonly media?: readonly string[];
  /** What scripts fetch. */
  readonly data?: readonly string[];
}

/** Filled by modules that send browsers elsewhere: a content network, a map service. */
export const pageSourcesPoint = defineExtensionPoint<PageSources>('http.page_sources', 'many');
