import { type Static, Type } from 'typebox';
import { defineRoute, IdParams } from '#platform/contract';
import { FileReply } from './file.ts';

export const readFile = defineRoute({
  method: 'GET',
  path: '/files/:id',
  name: 'files.read_file',
  summary: 'A file of your own, a public one, or one you may read; also how its check went',
  access: 'public',
  params: IdParams,
  reply: FileReply,
  refusals: ['files.not_found'],
});

export const deleteFile = defineRoute({
  method: 'DELETE',
  path: '/files/:id',
  name: 'files.delete_file',
  summary: 'Deletes a file of your own that nothing uses',
  access: 'signed-in',
  params: IdParams,
  refusals: ['files.not_found', 'files.in_use'],
});

const ContentParams = Type.Object({
  hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  name: Type.String({ pattern: '^[a-z0-9][a-z0-9.-]{0,60}$' }),
});

export type ContentParams = Static<typeof ContentParams>;

export const readContent = defineRoute({
  method: 'GET',
  path: '/files/content/:hash/:name',
  name: 'files.read_content',
  summary: 'The bytes of a public file; the address never changes its content',
  access: 'public',
  params: ContentParams,
  streams: 'bytes',
  refusals: ['files.not_found'],
});

export const readPrivate = defineRoute({
  method: 'GET',
  path: '/files/private/:token',
  name: 'files.read_private',
  summary: 'The bytes of a private file, for minutes',
  access: 'public',
  params: Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_.-]{40,200}$' }) }),
  streams: 'bytes',
  refusals: ['files.not_found'],
});
