import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, PageOf, pageQuery } from '#platform/contract';
import { Code, Kind, Note } from './fields.ts';

const ReasonKind = Type.Union([Type.Literal('*'), Kind]);
const Locale = Type.Enum(['ru', 'en']);
const DecisionName = Type.Enum(['approve', 'reject']);
const Title = Type.String({
  minLength: 1,
  maxLength: 120,
  pattern: '^[^\\u0000-\\u001f]*[^\\u0000-\\u0020][^\\u0000-\\u001f]*$',
});

export const Reason = Type.Object({
  id: Id,
  /** `*`: for every kind. */
  kind: Type.String(),
  locale: Locale,
  code: Type.String(),
  decision: DecisionName,
  title: Type.String(),
  /** What the author is told. */
  body: Type.String(),
});
export type Reason = Static<typeof Reason>;

export const listReasons = defineRoute({
  method: 'GET',
  path: '/moderation/reasons',
  name: 'moderation.list_reasons',
  summary: 'Reason templates, those of one kind together with those of every kind',
  access: 'signed-in',
  query: Type.Object({ ...pageQuery, kind: Type.Optional(Kind), locale: Type.Optional(Locale) }),
  reply: PageOf(Reason),
  refusals: ['moderation.not_a_moderator', 'moderation.bad_cursor'],
});

const forAdministrators = ['moderation.not_a_moderator', 'moderation.admin_only'] as const;

export const createReason = defineRoute({
  method: 'POST',
  path: '/moderation/reasons',
  name: 'moderation.create_reason',
  summary: 'Add a reason template (administrators)',
  access: 'signed-in',
  body: Type.Object(
    { kind: ReasonKind, locale: Locale, code: Code, decision: DecisionName, title: Title, body: Note },
    { additionalProperties: false },
  ),
  reply: Reason,
  status: 201,
  refusals: [...forAdministrators, 'moderation.reason_taken'],
});

export const updateReason = defineRoute({
  method: 'PATCH',
  path: '/moderation/reasons/:id',
  name: 'moderation.update_reason',
  summary: 'Change the words of a reason template (administrators)',
  access: 'signed-in',
  params: IdParams,
  body: Type.Object(
    { title: Type.Optional(Title), body: Type.Optional(Note) },
    { additionalProperties: false, minProperties: 1 },
  ),
  reply: Reason,
  refusals: [...forAdministrators, 'moderation.reason_not_found'],
});

export const deleteReason = defineRoute({
  method: 'DELETE',
  path: '/moderation/reasons/:id',
  name: 'moderation.delete_reason',
  summary: 'Remove a reason template (administrators); decisions keep its code',
  access: 'signed-in',
  params: IdParams,
  status: 204,
  refusals: [...forAdministrators, 'moderation.reason_not_found'],
});
