import type { PageSources } from '#platform/server/http';
import type { QuestsConfig } from './config.ts';

/** What a configured map loads; the built-in one loads nothing. */
export function mapSources(
  settings: Pick<QuestsConfig, 'QUESTS_MAP_STYLE_URL' | 'QUESTS_MAP_ORIGINS'>,
): PageSources {
  const { QUESTS_MAP_STYLE_URL: style, QUESTS_MAP_ORIGINS: listed } = settings;
  if (style === undefined) return {};
  const origins = [...new Set([new URL(style).origin, ...(listed?.split(',') ?? [])])];
  return { media: origins, data: origins };
}
