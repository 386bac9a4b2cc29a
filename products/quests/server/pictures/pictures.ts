import type { Static } from 'typebox';
import type { FileView } from '#capabilities/files/server';
import type { Picture as PictureSchema } from '../../contract/index.ts';
import { createKeyedCache, type KeyedCache } from '../caching/keyed-cache.ts';
import type { QuestsContext } from '../uses.ts';

export type Picture = Static<typeof PictureSchema>;

/** Published public images by file id, as pages show them. */
export type Pictures = KeyedCache<Picture>;

export function presentPicture({ id, url, width, height, variants }: FileView): Picture {
  return {
    id,
    url,
    width,
    height,
    variants: variants.map(({ mediaType, ...variant }) => ({ ...variant, media_type: mediaType })),
  };
}

export function createPictures({
  database,
  files,
  cache,
  config,
}: Pick<QuestsContext, 'database' | 'files' | 'cache' | 'config'>): Pictures {
  return createKeyedCache({
    cache,
    prefix: 'picture',
    ttlSeconds: config.QUESTS_CARD_CACHE_SECONDS,
    async load(ids) {
      const views = await files.files(database, ids);
      return new Map([...views].map(([id, view]) => [id, presentPicture(view)]));
    },
  });
}
