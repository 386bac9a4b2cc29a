import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable } from '#platform/contract';

const chats = { access: 'signed-in', scope: 'assistants:chat' } as const;

/** Bytes of one attached file at most. */
export const maxFileBytes = 20 * 1024 * 1024;

/** A file of a message: read once, at the upload. */
export const AttachedFile = Type.Object({
  id: Id,
  name: Type.String(),
  /** What it was read as: `docx`, `pdf`, `xlsx`, `md`, `html`, `txt`, `csv`, `bsl`, `xml`. */
  kind: Type.String(),
  /** Bytes. */
  size: Type.Integer({ minimum: 1 }),
  /** Characters of text that were read. */
  characters: Type.Integer({ minimum: 0 }),
  pages: Nullable(Type.Integer({ minimum: 1 })),
  /** In the language of the request: what could not be read. */
  warnings: Type.Array(Type.String()),
  created_at: Instant,
});

export type AttachedFile = Static<typeof AttachedFile>;

/** The body is the bytes; a file that belongs to no message after a day is deleted. */
export const uploadFile = defineRoute({
  method: 'POST',
  path: '/api/assistants/files',
  name: 'assistants.upload_file',
  summary: 'Upload a file for a question: docx, pdf, xlsx, md, html, txt, csv, bsl, xml',
  ...chats,
  query: Type.Object({ name: Type.String({ minLength: 1, maxLength: 255, pattern: '\\S' }) }),
  binaryBody: { maxBytes: maxFileBytes },
  reply: AttachedFile,
  status: 201,
  rateLimit: { max: 60, windowSeconds: 60 },
  refusals: [
    'assistants.file_empty',
    'assistants.file_too_large',
    'assistants.file_unsupported',
    'assistants.file_encrypted',
    'assistants.file_broken',
    'assistants.file_refused',
    'assistants.too_many_files',
    'tenants.company_not_found',
  ],
});

export const getFile = defineRoute({
  method: 'GET',
  path: '/api/assistants/files/:id',
  name: 'assistants.get_file',
  summary: 'What is known of a file of mine',
  ...chats,
  params: IdParams,
  reply: AttachedFile,
  refusals: ['assistants.file_not_found'],
});

export const getFileContent = defineRoute({
  method: 'GET',
  path: '/api/assistants/files/:id/content',
  name: 'assistants.get_file_content',
  summary: 'The bytes of a file of mine',
  ...chats,
  params: IdParams,
  streams: 'bytes',
  refusals: ['assistants.file_not_found'],
});

export const deleteFile = defineRoute({
  method: 'DELETE',
  path: '/api/assistants/files/:id',
  name: 'assistants.delete_file',
  summary: 'Delete a file of mine that belongs to no message yet',
  ...chats,
  params: IdParams,
  status: 204,
  refusals: ['assistants.file_not_found', 'assistants.file_in_use'],
});
