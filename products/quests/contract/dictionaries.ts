import { type Static, Type } from 'typebox';
import { defineRoute, Id, Nullable } from '#platform/contract';
import { DictionaryKind, line, Place } from './vocabulary.ts';

const edit = { access: { permission: 'can_edit_quests' } } as const;

/** A word that quests are described and filtered by. */
export const DictionaryEntry = Type.Object({
  id: Id,
  kind: DictionaryKind,
  /** Stable name in URLs and filters. */
  code: Type.String(),
  name: Type.Object({ ru: Type.String(), en: Type.String() }),
  position: Type.Integer(),
  /** Entries out of use stay on the quests that have them, but cannot be chosen. */
  active: Type.Boolean(),
  /** Cities only: the centre of the map. */
  place: Nullable(Place),
  /** Cities only: IANA time zone. */
  time_zone: Nullable(Type.String()),
  /** Published quests that carry it. */
  quest_count: Type.Integer(),
});
export type DictionaryEntry = Static<typeof DictionaryEntry>;

const Fields = {
  name: Type.Object({ ru: line(80), en: line(80) }, { additionalProperties: false }),
  position: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
  active: Type.Optional(Type.Boolean()),
  place: Type.Optional(Nullable(Place)),
  time_zone: Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 64 }))),
};

export const listDictionary = defineRoute({
  method: 'GET',
  path: '/v2/dictionaries/:kind',
  name: 'quests.list_dictionary',
  summary: 'The entries of a dictionary in their order',
  access: 'public',
  params: Type.Object({ kind: DictionaryKind }),
  query: Type.Object({ inactive: Type.Optional(Type.Boolean({ description: 'Those out of use too' })) }),
  reply: Type.Object({ items: Type.Array(DictionaryEntry) }),
});

export const createDictionaryEntry = defineRoute({
  method: 'POST',
  path: '/v2/dictionaries/:kind',
  name: 'quests.create_dictionary_entry',
  summary: 'Add an entry',
  ...edit,
  params: Type.Object({ kind: DictionaryKind }),
  body: Type.Object(
    { code: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$' }), ...Fields },
    { additionalProperties: false },
  ),
  reply: DictionaryEntry,
  status: 201,
  refusals: ['quests.code_taken'],
});

export const updateDictionaryEntry = defineRoute({
  method: 'PATCH',
  path: '/v2/dictionaries/:kind/:id',
  name: 'quests.update_dictionary_entry',
  summary: 'Change an entry; its code stays',
  ...edit,
  params: Type.Object({ kind: DictionaryKind, id: Id }),
  body: Type.Partial(Type.Object(Fields), { additionalProperties: false, minProperties: 1 }),
  reply: DictionaryEntry,
});

export const deleteDictionaryEntry = defineRoute({
  method: 'DELETE',
  path: '/v2/dictionaries/:kind/:id',
  name: 'quests.delete_dictionary_entry',
  summary: 'Delete an entry no quest uses',
  ...edit,
  params: Type.Object({ kind: DictionaryKind, id: Id }),
  status: 204,
  refusals: ['quests.entry_in_use'],
});
