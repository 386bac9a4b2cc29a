import { type Static, Type } from 'typebox';
import { Id } from '#platform/contract';
import { Lat, Lng, line } from './vocabulary.ts';

const closed = { additionalProperties: false } as const;

export const TextBlock = Type.Object({ kind: Type.Literal('text'), text: line(5_000) }, closed);
export const QuoteBlock = Type.Object(
  { kind: Type.Literal('quote'), text: line(1_000), source: Type.Optional(line(200)) },
  closed,
);

/** A piece of the story. Text is plain with blank lines between paragraphs; files are published ones of the author. */
export const Block = Type.Union([
  TextBlock,
  QuoteBlock,
  Type.Object({ kind: Type.Literal('image'), file_id: Id, caption: Type.Optional(line(300)) }, closed),
  Type.Object({ kind: Type.Literal('audio'), file_id: Id, caption: Type.Optional(line(300)) }, closed),
]);
export type Block = Static<typeof Block>;

const OptionId = Type.String({ pattern: '^[a-z0-9]{1,12}$' });
const Option = Type.Object({ id: OptionId, text: line(300) }, closed);
const question = { question: line(2_000) };

/** What a player does at a point. */
export const Task = Type.Union([
  /** Being there is enough. */
  Type.Object({ kind: Type.Literal('gps') }, closed),
  /** Alternatives; `*` stands for anything; case, ё/е and blanks are ignored. */
  Type.Object(
    {
      kind: Type.Literal('text'),
      ...question,
      answers: Type.Array(line(200), { minItems: 1, maxItems: 50 }),
      /** Forgives one mistyped letter in words of 5–8 letters, two in longer ones. */
      forgive_typos: Type.Boolean(),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('number'),
      ...question,
      value: Type.Number(),
      tolerance: Type.Number({ minimum: 0 }),
      unit: Type.Optional(line(20)),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('choice'),
      ...question,
      options: Type.Array(Option, { minItems: 2, maxItems: 12 }),
      correct: Type.Array(OptionId, { minItems: 1, maxItems: 12 }),
      multiple: Type.Boolean(),
    },
    closed,
  ),
  /** Items stand in the right order here; players get them shuffled. */
  Type.Object(
    { kind: Type.Literal('sorting'), ...question, items: Type.Array(Option, { minItems: 2, maxItems: 12 }) },
    closed,
  ),
  /** The text of a QR code on the spot, or typed by hand. */
  Type.Object({ kind: Type.Literal('code'), ...question, code: line(200) }, closed),
  /** Goes on at once; a moderator looks afterwards. */
  Type.Object({ kind: Type.Literal('photo'), ...question }, closed),
  /** Somebody of the author's people confirms. */
  Type.Object({ kind: Type.Literal('station'), ...question }, closed),
]);
export type Task = Static<typeof Task>;

export const Hint = Type.Object(
  { id: OptionId, text: line(1_000), penalty: Type.Integer({ minimum: 0, maximum: 1_000 }) },
  closed,
);

export const PlaceSettings = Type.Object(
  {
    lat: Lat,
    lng: Lng,
    /** Metres. */
    radius: Type.Integer({ minimum: 15, maximum: 500, default: 30 }),
    /** The pin is not shown: the story leads there. */
    hidden: Type.Boolean({ default: false }),
    /** Needs two readings ≥ 5 s apart (ranked play). */
    strict: Type.Boolean({ default: false }),
  },
  closed,
);

/** A point of the route, as its author writes it. */
export const Point = Type.Object(
  {
    id: Id,
    title: line(120),
    place_settings: PlaceSettings,
    /** On the way there. */
    before: Type.Array(Block, { maxItems: 30 }),
    /** On the spot, above the task. */
    story: Type.Array(Block, { maxItems: 30 }),
    task: Task,
    /** When the task is done. */
    after: Type.Array(Block, { maxItems: 30 }),
    score: Type.Integer({ minimum: 0, maximum: 10_000 }),
    wrong_penalty: Type.Integer({ minimum: 0, maximum: 1_000 }),
    skip_penalty: Type.Integer({ minimum: 0, maximum: 10_000 }),
    hints: Type.Array(Hint, { maxItems: 10 }),
    /** After so many minutes without a passing check-in "I am here" is believed. */
    here_after_minutes: Type.Integer({ minimum: 1, maximum: 60, default: 5 }),
  },
  closed,
);
export type Point = Static<typeof Point>;
