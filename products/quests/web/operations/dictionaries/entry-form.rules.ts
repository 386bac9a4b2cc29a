import { type Static, Type } from 'typebox';
import type { BodyOf } from '#platform/contract';
import type { createDictionaryEntry, DictionaryEntry } from '../../../contract/index.ts';

const name = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' });

/** An entry as its form holds it. */
export const EntryForm = Type.Object({
  code: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$' }),
  name_ru: name,
  name_en: name,
  lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
  lng: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
  time_zone: Type.Optional(Type.String({ maxLength: 64 })),
});
export type EntryForm = Static<typeof EntryForm>;

/** What the form starts with. */
export function entryForm(entry: DictionaryEntry | null): Partial<EntryForm> {
  if (entry === null) return { code: '', name_ru: '', name_en: '' };
  const { code, name, place, time_zone: zone } = entry;
  return {
    code,
    name_ru: name.ru,
    name_en: name.en,
    ...(place === null ? {} : { lat: place.lat, lng: place.lng }),
    ...(zone === null ? {} : { time_zone: zone }),
  };
}

/** True when only half of a place is given. */
export const isPlaceHalf = ({ lat, lng }: Pick<EntryForm, 'lat' | 'lng'>): boolean =>
  (lat === undefined) !== (lng === undefined);

/** What is sent besides the code; only cities say where they are. */
export function entryFields(
  values: EntryForm,
  isCity: boolean,
): Omit<BodyOf<typeof createDictionaryEntry>, 'code'> {
  const { name_ru: ru, name_en: en, lat, lng, time_zone: zone } = values;
  const words = { name: { ru: ru.trim(), en: en.trim() } };
  if (!isCity) return words;
  const place = lat === undefined || lng === undefined ? null : { lat, lng };
  return { ...words, place, time_zone: zone ?? null };
}
