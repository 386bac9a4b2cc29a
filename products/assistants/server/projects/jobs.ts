import { Type } from 'typebox';
import { Id } from '#platform/contract';
import { defineJob } from '#platform/server/jobs';

/** Reads a project with an uploaded file, or without one that leaves. */
export const readUpload = defineJob({
  name: 'assistants.read_upload',
  data: Type.Object({ company_id: Id, project_id: Id, upload_id: Id }),
  retry: { limit: 8, delaySeconds: 3, backoff: true },
  timeoutSeconds: 3_600,
});

/** Deletes everything the storage keeps below a folder of this product. */
export const dropFolder = defineJob({
  name: 'assistants.drop_folder',
  data: Type.Object({ folder: Type.String({ pattern: '^assistants/[a-z]+/[a-z0-9/-]{36,200}/$' }) }),
  retry: { limit: 10, delaySeconds: 30, backoff: true },
  timeoutSeconds: 600,
});
