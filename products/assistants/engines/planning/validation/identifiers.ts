import { type Fault, fault } from '../fault.ts';
import { limits } from './limits.ts';

/** Too many, without an id, too long a text, the same id twice. */
export function checkList(
  what: 'tasks' | 'resources' | 'calendars' | 'risks',
  items: readonly { readonly id: string; readonly name: string }[],
): readonly Fault[] {
  if (items.length > limits[what]) {
    return [
      fault('too_many', `/${what}`, `Больше ${limits[what]} элементов.`, `More than ${limits[what]} items.`),
    ];
  }
  const seen = new Set<string>();
  return items.flatMap(({ id, name }, at) => {
    const found: Fault[] = [];
    const place = `/${what}/${at}`;
    if (id === '') found.push(fault('no_id', place, 'Нет идентификатора.', 'There is no id.'));
    if (id.length > limits.idLength || name.length > limits.nameLength) {
      found.push(fault('too_long', place, 'Слишком длинный текст.', 'The text is too long.'));
    }
    if (seen.has(id)) {
      found.push(
        fault('duplicate_id', place, `Идентификатор «${id}» уже занят.`, `The id "${id}" is taken twice.`),
      );
    }
    seen.add(id);
    return found;
  });
}

/** A reference to something that is not there. */
export function checkKnown(known: ReadonlySet<string>, id: string, at: string): readonly Fault[] {
  return known.has(id) ? [] : [fault('unknown_id', at, `Нет элемента «${id}».`, `There is no "${id}".`)];
}
