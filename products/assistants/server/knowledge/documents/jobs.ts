import { Type } from 'typebox';
import { Id } from '#platform/contract';
import { defineJob } from '#platform/server/jobs';

const retry = { limit: 8, delaySeconds: 5, backoff: true } as const;

/** Reads the last upload of a document. `owner_id`: of a private collection. */
export const ingestDocument = defineJob({
  name: 'assistants.ingest_document',
  data: Type.Object({ company_id: Id, owner_id: Type.Optional(Id), document_id: Id }),
  retry,
  timeoutSeconds: 1_800,
});

/** Gives every passage of a collection a vector of the present embedding model. */
export const embedCollection = defineJob({
  name: 'assistants.embed_collection',
  data: Type.Object({ company_id: Id, owner_id: Type.Optional(Id), collection_id: Id }),
  retry: { limit: 10, delaySeconds: 60, backoff: true },
  timeoutSeconds: 3_600,
});
