import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { Words } from './engines/shapes.ts';

const read = { access: 'signed-in', scope: 'assistants:knowledge:read' } as const;
const write = { access: 'signed-in', scope: 'assistants:knowledge' } as const;

/** Bytes of one document. */
export const largestKnowledgeDocument = 50 * 1_024 * 1_024;

const CollectionName = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' });
const CollectionDescription = Type.String({ maxLength: 2_000 });

/**
 * Who may read a collection. `company`: members with at least the role. `members`: those listed, and administrators of
 * the company. `private`: the person who made it, nobody else.
 */
export const CollectionAccess = Type.Union([
  Type.Object({
    kind: Type.Literal('company'),
    least_role: Type.Enum(['owner', 'admin', 'member', 'viewer']),
  }),
  Type.Object({
    kind: Type.Literal('members'),
    member_ids: Type.Array(Id, { maxItems: 500, uniqueItems: true }),
  }),
  Type.Object({ kind: Type.Literal('private') }),
]);

export type CollectionAccess = Static<typeof CollectionAccess>;

const SharedAccess = Type.Union([CollectionAccess.anyOf[0], CollectionAccess.anyOf[1]]);

export const KnowledgeCollection = Type.Object({
  id: Id,
  name: Type.String(),
  description: Type.String(),
  /** Of `members` the list is empty for those who may not change it. */
  reading: CollectionAccess,
  documents: Type.Integer({ minimum: 0 }),
  /** Documents that wait or are being read. */
  waiting: Type.Integer({ minimum: 0 }),
  refused: Type.Integer({ minimum: 0 }),
  chunks: Type.Integer({ minimum: 0 }),
  /** I may add documents. */
  can_write: Type.Boolean(),
  /** I may rename it, say who reads it, and delete it. */
  can_manage: Type.Boolean(),
  created_at: Instant,
  updated_at: Instant,
});

export type KnowledgeCollection = Static<typeof KnowledgeCollection>;

export const listCollections = defineRoute({
  method: 'GET',
  path: '/api/assistants/knowledge/collections',
  name: 'assistants.list_collections',
  summary: 'The collections of documents I may read, by name',
  ...read,
  query: Type.Object(pageQuery),
  reply: PageOf(KnowledgeCollection),
  refusals: ['tenants.company_not_found', 'assistants.bad_cursor'],
});

export const createCollection = defineRoute({
  method: 'POST',
  path: '/api/assistants/knowledge/collections',
  name: 'assistants.create_collection',
  summary: 'Make a collection: a private one (members), or one for others (administrators of the company)',
  ...write,
  body: Type.Object({
    name: CollectionName,
    description: Type.Optional(CollectionDescription),
    reading: CollectionAccess,
  }),
  reply: KnowledgeCollection,
  status: 201,
  refusals: [
    'tenants.role_too_low',
    'assistants.collection_name_taken',
    'assistants.too_many_collections',
    'assistants.not_a_member',
  ],
});

export const getCollection = defineRoute({
  method: 'GET',
  path: '/api/assistants/knowledge/collections/:id',
  name: 'assistants.get_collection',
  summary: 'One collection',
  ...read,
  params: IdParams,
  reply: KnowledgeCollection,
  refusals: ['assistants.collection_not_found'],
});

export const changeCollection = defineRoute({
  method: 'PATCH',
  path: '/api/assistants/knowledge/collections/:id',
  name: 'assistants.change_collection',
  summary: 'Rename a collection or say who reads it; a private one stays private',
  ...write,
  params: IdParams,
  body: Type.Object(
    {
      name: Type.Optional(CollectionName),
      description: Type.Optional(CollectionDescription),
      reading: Type.Optional(SharedAccess),
    },
    { minProperties: 1 },
  ),
  reply: KnowledgeCollection,
  refusals: [
    'assistants.collection_not_found',
    'assistants.collection_name_taken',
    'assistants.collection_is_private',
    'assistants.not_a_member',
    'tenants.role_too_low',
  ],
});

export const deleteCollection = defineRoute({
  method: 'DELETE',
  path: '/api/assistants/knowledge/collections/:id',
  name: 'assistants.delete_collection',
  summary: 'Delete a collection with all its documents',
  ...write,
  params: IdParams,
  status: 204,
  refusals: ['assistants.collection_not_found', 'tenants.role_too_low'],
});

export const DocumentStatus = Type.Enum(['waiting', 'reading', 'ready', 'refused']);

export const KnowledgeDocument = Type.Object({
  id: Id,
  collection_id: Id,
  name: Type.String(),
  /** What it calls itself. */
  title: Nullable(Type.String()),
  /** `docx`, `pdf`, `md`, `html`, `xlsx`, `csv`, `txt`, `bsl`, `xml`, `configuration`; null before it was read. */
  kind: Nullable(Type.String()),
  /** Bytes. */
  size: Type.Integer({ minimum: 0 }),
  /** Of the last upload. A refused one leaves what was read before in its place. */
  status: DocumentStatus,
  /** 0 to 1 while it is read. */
  progress: Type.Number({ minimum: 0, maximum: 1 }),
  /** Why the last upload was refused. */
  fault: Nullable(Words),
  /** What of it was not read. */
  warnings: Type.Array(Words),
  /** Pages of a PDF, sheets of a workbook; null for text without pages. */
  pages: Nullable(Type.Integer({ minimum: 0 })),
  /** Parts its text is told in (`…/text?part=`): pages where there are any. */
  parts: Type.Integer({ minimum: 0 }),
  characters: Type.Integer({ minimum: 0 }),
  chunks: Type.Integer({ minimum: 0 }),
  /** When its text became searchable; null: not yet. */
  indexed_at: Nullable(Instant),
  /** I may replace and delete it. */
  can_manage: Type.Boolean(),
  uploaded_by: Nullable(Id),
  created_at: Instant,
  updated_at: Instant,
});

export type KnowledgeDocument = Static<typeof KnowledgeDocument>;

export const listKnowledgeDocuments = defineRoute({
  method: 'GET',
  path: '/api/assistants/knowledge/collections/:id/documents',
  name: 'assistants.list_knowledge_documents',
  summary: 'Documents of a collection, by name; `search` looks at names and titles',
  ...read,
  params: IdParams,
  query: Type.Object({
    ...pageQuery,
    search: Type.Optional(Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })),
    status: Type.Optional(DocumentStatus),
  }),
  reply: PageOf(KnowledgeDocument),
  refusals: ['assistants.collection_not_found', 'assistants.bad_cursor'],
});

/**
 * The body is the bytes. A document of the same name is replaced once the new one is read; the same bytes change
 * nothing (status 200). What it is comes from its bytes, not from its name.
 */
export const uploadKnowledgeDocument = defineRoute({
  method: 'POST',
  path: '/api/assistants/knowledge/collections/:id/documents',
  name: 'assistants.upload_knowledge_document',
  summary:
    'Put a document into a collection: docx, pdf, md, html, xlsx, csv, txt, bsl, xml, zip of a configuration',
  ...write,
  params: IdParams,
  query: Type.Object({ name: Type.String({ minLength: 1, maxLength: 255, pattern: '\\S' }) }),
  binaryBody: { maxBytes: largestKnowledgeDocument },
  reply: KnowledgeDocument,
  status: 202,
  rateLimit: { max: 300, windowSeconds: 300 },
  refusals: [
    'assistants.collection_not_found',
    'assistants.file_empty',
    'assistants.file_too_large',
    'assistants.too_many_documents',
    'tenants.role_too_low',
  ],
});

export const OutlineEntry = Type.Object({
  title: Type.String(),
  /** 1 to 6. */
  level: Type.Integer({ minimum: 1, maximum: 6 }),
  page: Nullable(Type.Integer({ minimum: 1 })),
  line: Nullable(Type.Integer({ minimum: 1 })),
  /** The part of the text it stands in. */
  part: Type.Integer({ minimum: 1 }),
});

export type OutlineEntry = Static<typeof OutlineEntry>;

export const KnowledgeDocumentDetail = Type.Object({
  ...KnowledgeDocument.properties,
  /** Headings; of code its procedures and functions. At most 2,000. */
  outline: Type.Array(OutlineEntry),
});

export type KnowledgeDocumentDetail = Static<typeof KnowledgeDocumentDetail>;

export const getKnowledgeDocument = defineRoute({
  method: 'GET',
  path: '/api/assistants/knowledge/documents/:id',
  name: 'assistants.get_knowledge_document',
  summary: 'One document with its outline',
  ...read,
  params: IdParams,
  reply: KnowledgeDocumentDetail,
  refusals: ['assistants.document_not_found'],
});

export const KnowledgeDocumentText = Type.Object({
  part: Type.Integer({ minimum: 1 }),
  parts: Type.Integer({ minimum: 0 }),
  page: Nullable(Type.Integer({ minimum: 1 })),
  /** Blocks in reading order; a heading has a level. */
  blocks: Type.Array(
    Type.Object({
      kind: Type.Enum(['heading', 'paragraph', 'list-item', 'table-row', 'code']),
      level: Nullable(Type.Integer({ minimum: 1 })),
      text: Type.String(),
      cells: Type.Array(Type.String()),
      line: Nullable(Type.Integer({ minimum: 1 })),
    }),
  ),
});

export type KnowledgeDocumentText = Static<typeof KnowledgeDocumentText>;

export const getKnowledgeDocumentText = defineRoute({
  method: 'GET',
  path: '/api/assistants/knowledge/documents/:id/text',
  name: 'assistants.get_knowledge_document_text',
  summary: 'The text of one page of a document; of text without pages, of one part',
  ...read,
  params: IdParams,
  query: Type.Object({ part: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000, default: 1 })) }),
  reply: KnowledgeDocumentText,
  refusals: ['assistants.document_not_found', 'assistants.part_not_found'],
});

export const getKnowledgeDocumentContent = defineRoute({
  method: 'GET',
  path: '/api/assistants/knowledge/documents/:id/content',
  name: 'assistants.get_knowledge_document_content',
  summary: 'The bytes of a document as they were uploaded last',
  ...read,
  params: IdParams,
  streams: 'bytes',
  refusals: ['assistants.document_not_found'],
});

export const deleteKnowledgeDocument = defineRoute({
  method: 'DELETE',
  path: '/api/assistants/knowledge/documents/:id',
  name: 'assistants.delete_knowledge_document',
  summary: 'Delete a document with its text (who uploaded it, and who manages the collection)',
  ...write,
  params: IdParams,
  status: 204,
  refusals: ['assistants.document_not_found', 'tenants.role_too_low'],
});

export const Excerpt = Type.Object({
  text: Type.String(),
  /** Where the words stand: `[from, to)` in UTF-16 units of the text. */
  marks: Type.Array(Type.Array(Type.Integer({ minimum: 0 }), { minItems: 2, maxItems: 2 })),
});

export const KnowledgeHit = Type.Object({
  document_id: Id,
  document_name: Type.String(),
  document_title: Nullable(Type.String()),
  kind: Type.String(),
  collection_id: Id,
  collection_name: Type.String(),
  /** Headings above, outermost first; of code the procedure. */
  heading: Type.Array(Type.String()),
  page: Nullable(Type.Integer({ minimum: 1 })),
  /** First and last, one-based; null where the format has no lines. */
  lines: Nullable(Type.Array(Type.Integer({ minimum: 1 }), { minItems: 2, maxItems: 2 })),
  /** The part of the text it stands in (`…/text?part=`). */
  part: Type.Integer({ minimum: 1 }),
  excerpt: Excerpt,
  /** Comparable within one answer only. */
  score: Type.Number(),
});

export type KnowledgeHit = Static<typeof KnowledgeHit>;

export const searchKnowledge = defineRoute({
  method: 'POST',
  path: '/api/assistants/knowledge/search',
  name: 'assistants.search_knowledge',
  summary: 'Passages of documents I may read, best first, with where they stand',
  ...read,
  body: Type.Object({
    query: Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S' }),
    /** Default: all I may read. Unknown ones are left out. */
    collection_ids: Type.Optional(Type.Array(Id, { maxItems: 50, uniqueItems: true })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 10 })),
  }),
  reply: Type.Object({
    items: Type.Array(KnowledgeHit),
    /** `words_and_meaning`: vectors of an embedding model took part. */
    method: Type.Enum(['words', 'words_and_meaning']),
    took_ms: Type.Integer({ minimum: 0 }),
  }),
  rateLimit: { max: 240, windowSeconds: 60 },
  refusals: ['tenants.company_not_found'],
});
