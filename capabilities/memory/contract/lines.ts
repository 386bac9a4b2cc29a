import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable } from '#platform/contract';
import { edgeKinds, nodeKinds } from './vocabulary.ts';

/** Characters of one memory at most, whatever the configuration allows. */
export const contentLimit = 1_000_000;

const Text = Type.String({ minLength: 1, maxLength: contentLimit, pattern: '\\S' });
const SessionId = Type.String({ minLength: 1, maxLength: 128 });
const Metadata = Type.Record(Type.String({ maxLength: 64 }), Type.Unknown(), { maxProperties: 64 });

/** First line of an export. */
export const HeaderLine = Type.Object({
  type: Type.Literal('memory'),
  version: Type.Literal(1),
  exported_at: Instant,
  agent_id: Type.String({ minLength: 1, maxLength: 128 }),
});

/** One memory of an export. */
export const NodeLine = Type.Object({
  type: Type.Literal('node'),
  id: Id,
  level: Type.Integer({ minimum: 0, maximum: 3 }),
  kind: Type.Enum([...nodeKinds]),
  session_id: Nullable(SessionId),
  ordinal: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }),
  label: Type.String({ maxLength: 200 }),
  content: Text,
  speaker: Nullable(Type.String({ minLength: 1, maxLength: 200 })),
  caption: Nullable(Type.String({ maxLength: 4_000 })),
  occurred_at: Instant,
  importance: Type.Number({ minimum: 0, maximum: 1 }),
  access_count: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }),
  last_accessed_at: Nullable(Instant),
  group_key: Nullable(Type.String({ minLength: 1, maxLength: 400 })),
  consolidated: Type.Boolean(),
  metadata: Metadata,
  created_at: Instant,
});

/** One edge of an export; comes after both of its nodes. */
export const EdgeLine = Type.Object({
  type: Type.Literal('edge'),
  from_id: Id,
  to_id: Id,
  kind: Type.Enum([...edgeKinds]),
  weight: Type.Number({ minimum: 0, maximum: 1_000_000 }),
});

/** A turn of a conversation kept elsewhere. */
export const TurnLine = Type.Object(
  {
    session_id: SessionId,
    speaker: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    content: Text,
    caption: Type.Optional(Type.String({ minLength: 1, maxLength: 4_000 })),
    occurred_at: Type.Optional(Instant),
    importance: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    metadata: Type.Optional(Metadata),
  },
  { additionalProperties: false },
);

export type NodeLine = Static<typeof NodeLine>;
export type EdgeLine = Static<typeof EdgeLine>;
export type TurnLine = Static<typeof TurnLine>;
export type HeaderLine = Static<typeof HeaderLine>;

export const ExportLine = Type.Union([HeaderLine, NodeLine, EdgeLine]);
export type ExportLine = Static<typeof ExportLine>;
