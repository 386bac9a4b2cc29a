import type { Caller } from '#platform/server/http';
import type { FilesContext } from '../context.ts';
import type { FileView } from '../index.ts';
import type { Purposes } from '../purposes/purposes.ts';
import { notFound } from '../uploads/receive.ts';
import { findUpload, type UploadRow } from '../uploads/upload.store.ts';
import { publishedFiles } from './file.store.ts';
import type { Links } from './links.ts';
import { viewOf } from './views.ts';

/** An upload or file as somebody may see it. */
export interface FileStanding {
  readonly upload: UploadRow;
  readonly view: FileView | undefined;
}

/** Shows owners everything, others published files that are public or that their purpose lets them read. */
export function createStatus(
  { database }: FilesContext,
  { purposes, links }: { readonly purposes: Purposes; readonly links: Links },
): (caller: Caller | null, id: string) => Promise<FileStanding> {
  async function mayRead(caller: Caller | null, upload: UploadRow): Promise<boolean> {
    if (caller?.userId === upload.owner_id) return true;
    if (upload.status !== 'published') return false;
    if (upload.visibility === 'public') return true;
    const purpose = purposes.find(upload.purpose);
    return caller !== null && (await purpose?.mayRead?.(caller, upload.id)) === true;
  }

  return async (caller, id) => {
    const upload = await findUpload(database, id);
    if (upload === undefined || !(await mayRead(caller, upload))) throw notFound();
    const [row] = await publishedFiles(database, [id]);
    return { upload, view: row === undefined ? undefined : viewOf(row, links) };
  };
}
