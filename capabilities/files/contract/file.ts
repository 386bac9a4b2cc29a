import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable } from '#platform/contract';

/** A smaller version of an image. */
export const FileVariant = Type.Object({
  width: Type.Integer({ minimum: 1 }),
  media_type: Type.String(),
  url: Type.String(),
});

export type FileVariant = Static<typeof FileVariant>;

/** A published file as other modules' replies carry it. */
export const PublishedFile = Type.Object({
  id: Id,
  name: Type.String(),
  media_type: Type.String(),
  size: Type.Integer({ minimum: 0, description: 'Bytes.' }),
  width: Nullable(Type.Integer()),
  height: Nullable(Type.Integer()),
  url: Type.String({ description: 'Immutable for public files, valid for minutes for private ones.' }),
  variants: Type.Array(FileVariant, { description: 'Smaller versions of an image, narrowest first.' }),
});

export type PublishedFile = Static<typeof PublishedFile>;

export const FileStatus = Type.Enum(['pending', 'checking', 'published', 'refused']);

export type FileStatus = Static<typeof FileStatus>;

/** An upload or the file it became. */
export const FileReply = Type.Object({
  id: Id,
  status: FileStatus,
  purpose: Type.String(),
  name: Type.String(),
  refusal: Nullable(Type.String({ description: 'The code of the refusal, when the check said no.' })),
  file: Nullable(PublishedFile),
  created_at: Instant,
});

export type FileReply = Static<typeof FileReply>;
