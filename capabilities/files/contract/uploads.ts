import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant } from '#platform/contract';
import { FileReply } from './file.ts';
import { largestUpload } from './limits.ts';

/** What the check may say about the bytes. */
export const contentRefusals = [
  'files.empty',
  'files.size_mismatch',
  'files.type_refused',
  'files.broken',
  'files.too_many_pixels',
  'files.too_many_frames',
  'files.archive_refused',
  'files.infected',
  'files.too_large_to_scan',
] as const;

export const UploadTicket = Type.Object({
  id: Id,
  upload: Type.Object({
    method: Type.Enum(['PUT', 'POST'], {
      description:
        'PUT: the bytes are the body. POST: a form of `fields`, then the file as `file`; then complete it.',
    }),
    url: Type.String(),
    fields: Type.Optional(Type.Record(Type.String(), Type.String())),
  }),
  expires_at: Instant,
});

export type UploadTicket = Static<typeof UploadTicket>;

export const startUpload = defineRoute({
  method: 'POST',
  path: '/files/uploads',
  name: 'files.start_upload',
  summary: 'Announces an upload and says where its bytes go',
  access: 'signed-in',
  body: Type.Object(
    {
      purpose: Type.String({ pattern: '^[a-z][a-z0-9_-]*(\\.[a-z0-9_-]+)+$', minLength: 3, maxLength: 100 }),
      name: Type.String({ minLength: 1, maxLength: 500 }),
      size: Type.Integer({ minimum: 1, maximum: largestUpload }),
      media_type: Type.Optional(Type.String({ minLength: 3, maxLength: 150 })),
    },
    { additionalProperties: false },
  ),
  reply: UploadTicket,
  status: 201,
  // A ticket may carry a signature.
  secretReply: true,
  refusals: [
    'files.purpose_unknown',
    'files.not_allowed',
    'files.too_large',
    'files.type_refused',
    'files.quota_exceeded',
    'files.too_many_pending',
  ],
});

export const putContent = defineRoute({
  method: 'PUT',
  path: '/files/uploads/:id/content',
  name: 'files.put_content',
  summary: 'Takes the bytes of an upload, checks and publishes them',
  access: 'signed-in',
  params: IdParams,
  binaryBody: { maxBytes: largestUpload },
  reply: FileReply,
  refusals: [
    'files.not_found',
    'files.upload_running',
    'files.too_large',
    ...contentRefusals,
    'files.scan_unavailable',
  ],
});

export const completeUpload = defineRoute({
  method: 'POST',
  path: '/files/uploads/:id/complete',
  name: 'files.complete_upload',
  summary: 'Says that the bytes went to the object storage; they are checked and published',
  access: 'signed-in',
  params: IdParams,
  reply: FileReply,
  refusals: [
    'files.not_found',
    'files.upload_running',
    'files.not_uploaded',
    ...contentRefusals,
    'files.scan_unavailable',
  ],
});
