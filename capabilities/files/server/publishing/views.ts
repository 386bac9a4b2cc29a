import type { FileView } from '../index.ts';
import type { FileRow } from './file.store.ts';
import type { Links } from './links.ts';

/** A row as other modules see it; undefined when nothing is stored for it. */
export function viewOf(row: FileRow, links: Links): FileView | undefined {
  const url = row.visibility === 'public' ? links.publicUrl : links.privateUrl;
  const [itself, ...variants] = row.objects ?? [];
  if (itself === undefined) return undefined;
  return {
    id: row.id,
    ownerId: row.owner_id,
    purpose: row.purpose,
    name: row.name,
    mediaType: itself.media_type,
    size: itself.size,
    width: row.width,
    height: row.height,
    url: url(itself),
    variants: variants.flatMap((object) =>
      object.variant_width === null
        ? []
        : [{ width: object.variant_width, mediaType: object.media_type, url: url(object) }],
    ),
    perceptualHash: row.perceptual_hash,
  };
}
