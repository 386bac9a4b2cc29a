import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { CaseFlag } from './cases.ts';

export const ModerationStats = Type.Object({
  /** Unfinished cases. */
  queue: Type.Integer(),
  /** Of them: past their time. */
  late: Type.Integer(),
  /** Of them: somebody works on it. */
  claimed: Type.Integer(),
  /** How long unfinished cases have waited; null without any. */
  median_age_seconds: Nullable(Type.Number()),
  kinds: Type.Array(
    Type.Object({
      kind: Type.String(),
      label: Type.Object({ ru: Type.String(), en: Type.String() }),
      queue: Type.Integer(),
      late: Type.Integer(),
    }),
  ),
  /** Decisions of the last seven days, most first. */
  moderators: Type.Array(
    Type.Object({
      moderator_id: Id,
      decided: Type.Integer(),
      approved: Type.Integer(),
      rejected: Type.Integer(),
      /** From opening to decision. */
      median_seconds: Type.Number(),
    }),
  ),
});
export type ModerationStats = Static<typeof ModerationStats>;

export const getStats = defineRoute({
  method: 'GET',
  path: '/moderation/stats',
  name: 'moderation.get_stats',
  summary: 'How the queue is doing, over the kinds the caller may decide',
  access: 'signed-in',
  reply: ModerationStats,
  refusals: ['moderation.not_a_moderator'],
});

export const checkText = defineRoute({
  method: 'POST',
  path: '/moderation/check',
  name: 'moderation.check_text',
  summary: 'Try the filters on a text; nothing is kept',
  access: 'signed-in',
  body: Type.Object(
    {
      text: Type.String({ minLength: 1, maxLength: 10_000 }),
      /** Judge as if a new author wrote it. */
      new_author: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({ verdict: Type.Enum(['clean', 'flag', 'hold']), flags: Type.Array(CaseFlag) }),
  refusals: ['moderation.not_a_moderator'],
});

export const ImageBlock = Type.Object({
  id: Id,
  /** 64-bit perceptual hash, 16 hex digits. */
  hash: Type.String(),
  mirrored: Type.Boolean(),
  case_id: Nullable(Id),
  blocked_at: Instant,
});
export type ImageBlock = Static<typeof ImageBlock>;

export const listImageBlocks = defineRoute({
  method: 'GET',
  path: '/moderation/image-blocklist',
  name: 'moderation.list_image_blocks',
  summary: 'Blocked pictures by their perceptual hashes, newest first',
  access: { permission: 'moderate_content' },
  query: Type.Object({ ...pageQuery }),
  reply: PageOf(ImageBlock),
  refusals: ['moderation.bad_cursor'],
});

export const deleteImageBlock = defineRoute({
  method: 'DELETE',
  path: '/moderation/image-blocklist/:id',
  name: 'moderation.delete_image_block',
  summary: 'Unblock a picture',
  access: { permission: 'moderate_content' },
  params: IdParams,
  status: 204,
  refusals: ['moderation.image_block_not_found'],
});
