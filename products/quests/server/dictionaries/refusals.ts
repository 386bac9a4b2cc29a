import { Refusal } from '#base/refusal';

export const entryNotFound = () =>
  new Refusal('not_found', 'quests.entry_not_found', 'There is no such entry in this dictionary.');

export const codeTaken = () =>
  new Refusal('conflict', 'quests.code_taken', 'The dictionary has an entry with this code already.');

export const entryInUse = () =>
  new Refusal(
    'conflict',
    'quests.entry_in_use',
    'The entry is in use. Take it out of use instead of deleting it.',
  );

export const onlyCitiesHavePlaces = () =>
  new Refusal('invalid', 'quests.only_cities_have_places', 'Only cities have a place and a time zone.', {
    errors: [{ pointer: '/body/place', message: 'belongs to cities only' }],
  });

export const zoneUnknown = () =>
  new Refusal('invalid', 'quests.time_zone_unknown', 'There is no such time zone.', {
    errors: [{ pointer: '/body/time_zone', message: 'is not an IANA time zone' }],
  });

/** `pointers` lead to the codes in the request. */
export const entryUnknown = (pointers: readonly string[]) =>
  new Refusal('invalid', 'quests.entry_unknown', 'An entry is not in the dictionary, or is out of use.', {
    errors: pointers.map((pointer) => ({ pointer, message: 'is not in the dictionary' })),
  });
