import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Check } from '../checking/check.ts';
import type { FilesContext } from '../context.ts';
import type { Files } from '../index.ts';
import type { Purposes } from '../purposes/purposes.ts';
import { deleteRows } from '../removal/removal.store.ts';
import { announcedName } from '../uploads/announced-name.rules.ts';
import { claimUpload, insertUpload } from '../uploads/upload.store.ts';
import { publishedFiles } from './file.store.ts';
import type { Links } from './links.ts';
import type { Publish } from './publishing.ts';
import { viewOf } from './views.ts';

/** Publishes bytes the server made itself: the same check as for anybody's, without quotas. */
export function createPublishOwn(
  { database, clock }: FilesContext,
  parts: {
    readonly check: Check;
    readonly publish: Publish;
    readonly purposes: Purposes;
    readonly links: Links;
  },
): Files['publish'] {
  const { check, publish, purposes, links } = parts;
  return async ({ ownerId, purpose: purposeName, name, body }) => {
    const purpose = purposes.require(purposeName);
    const sound = await check(body, purpose);
    const now = clock();
    const id = newId(now.getTime());
    const claim = newId();
    await database.transaction(async (tx) => {
      await insertUpload(tx, {
        id,
        owner_id: ownerId,
        purpose: purpose.purpose,
        name: announcedName(name),
        visibility: purpose.visibility,
        declared_size: body.byteLength,
        created_at: now,
      });
      await claimUpload(tx, { id, ownerId, claim, now, staleBefore: now });
    });
    try {
      await publish({ id, ownerId, claim, name, isPending: false }, sound);
    } catch (error) {
      await database.transaction((tx) => deleteRows(tx, [id])).catch(() => undefined);
      throw error;
    }
    const [row] = await publishedFiles(database, [id]);
    const view = row === undefined ? undefined : viewOf(row, links);
    if (view === undefined) throw new Refusal('not_found', 'files.not_found', 'There is no such file.');
    return view;
  };
}
