import type { Database } from '#platform/server/database';
import type { PersonalData } from '#platform/server/privacy';
import { filesOfOwner } from './publishing/file.store.ts';
import type { Links } from './publishing/links.ts';
import { viewOf } from './publishing/views.ts';
import type { Removal } from './removal/removal.ts';

/** What a person uploaded: described in the export with addresses to fetch it from, erased with its bytes. */
export function filesPrivacy({
  database,
  links,
  removal,
}: {
  readonly database: Database;
  readonly links: Links;
  readonly removal: Removal;
}): PersonalData {
  return {
    async export(userId) {
      const rows = await filesOfOwner(database, userId);
      return {
        files: rows.map((row) => {
          const view = row.status === 'published' ? viewOf(row, links) : undefined;
          return {
            id: row.id,
            purpose: row.purpose,
            name: row.name,
            status: row.status,
            created_at: row.created_at.toISOString(),
            ...(view === undefined ? {} : { media_type: view.mediaType, size: view.size, url: view.url }),
          };
        }),
      };
    },
    erase: (tx, userId) => removal.destroyOwner(tx, userId),
  };
}
