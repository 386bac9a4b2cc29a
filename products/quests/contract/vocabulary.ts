import { Type } from 'typebox';
import { Id, Instant } from '#platform/contract';

export const dictionaryKinds = ['city', 'category', 'vehicle', 'place', 'activity', 'tool'] as const;
export const DictionaryKind = Type.Enum([...dictionaryKinds]);

export const QuestState = Type.Enum(['draft', 'in_review', 'published', 'archived']);

/** How a player meets the points: one after another, all at once, in an order of chance, or each only when it is found. */
export const OrderMode = Type.Enum(['linear', 'open', 'random', 'secret']);

export const SessionState = Type.Enum(['active', 'finished', 'abandoned']);

export const PointStatus = Type.Enum(['locked', 'open', 'arrived', 'pending', 'done', 'skipped']);

export const CheckInResult = Type.Enum(['passed', 'too_far', 'poor_accuracy', 'stale', 'suspicious']);

/** Minor units with their currency. */
export const Price = Type.Object(
  {
    amount: Type.Integer({ minimum: 0, maximum: 100_000_000 }),
    currency: Type.Enum(['RUB', 'USD', 'EUR']),
  },
  { additionalProperties: false },
);

export const Lat = Type.Number({ minimum: -90, maximum: 90 });
export const Lng = Type.Number({ minimum: -180, maximum: 180 });
export const Place = Type.Object({ lat: Lat, lng: Lng }, { additionalProperties: false });

/** One reading of a device's position; accuracy in metres. */
export const Fix = Type.Object(
  {
    lat: Lat,
    lng: Lng,
    accuracy: Type.Number({ minimum: 0, maximum: 100_000 }),
    at: Instant,
    mock: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);

/** A published image, as pages show it. */
export const Picture = Type.Object({
  id: Id,
  url: Type.String(),
  width: Type.Union([Type.Integer(), Type.Null()]),
  height: Type.Union([Type.Integer(), Type.Null()]),
  variants: Type.Array(Type.Object({ width: Type.Integer(), media_type: Type.String(), url: Type.String() })),
});

/** A person, as other players see them. */
export const PlayerBrief = Type.Object({
  id: Id,
  name: Type.String(),
  avatar: Type.Union([Picture, Type.Null()]),
});

/** A line of text a person typed: something besides blanks. */
export const line = (maxLength: number, minLength = 1) =>
  Type.String({ minLength, maxLength, pattern: '\\S' });
