import type { Static } from 'typebox';
import { Check } from 'typebox/value';
import { type Point, type QuestDraft, updateQuest } from '../../../contract/index.ts';
import { same } from './same.rules.ts';
import { isSendable, tidyPoint } from './sendable.rules.ts';

/** What an author says about a quest, besides its points. */
export type Fields = Required<Omit<Static<typeof updateQuest.body>, 'revision'>>;
export type FieldName = keyof Fields;

/** What lies on the author's desk: possibly ahead of the server, possibly not whole yet. */
export interface Work {
  readonly fields: Fields;
  readonly points: readonly Point[];
}

/** What the server has to be told. */
export interface Change {
  readonly fields: Partial<Fields> | null;
  readonly points: Point[] | null;
}

/** What cannot be saved as it stands, and stays in this browser meanwhile. */
export interface HeldBack {
  readonly fields: readonly FieldName[];
  readonly pointIds: readonly string[];
}

const { revision: _revision, ...schemas } = updateQuest.body.properties;
const isFieldName = (name: string): name is FieldName => name in schemas;
const fieldNames: readonly FieldName[] = Object.keys(schemas).filter(isFieldName);

export function workOf(draft: QuestDraft): Work {
  const { title, summary, description, city, category, difficulty, price, duration_minutes } = draft;
  const { languages, vehicle, place, activities, tools, cover_file_id, points } = draft;
  const { accessibility, opening_hours, age_from, order_mode } = draft;
  const words = { title, summary, description, accessibility, opening_hours };
  const entries = { city, category, vehicle, place, activities, tools, languages };
  const figures = { difficulty, price, duration_minutes, cover_file_id, age_from, order_mode };
  return { fields: { ...words, ...entries, ...figures }, points };
}

export const isFieldSendable = (fields: Fields, name: FieldName): boolean =>
  Check(schemas[name], fields[name]);

export function heldBack({ fields, points }: Work): HeldBack {
  return {
    fields: fieldNames.filter((name) => !isFieldSendable(fields, name)),
    pointIds: points.filter((point) => !isSendable(point)).map(({ id }) => id),
  };
}

/** The difference to what the server has. A point that is not whole stays there as it last was. */
export function changeOf(base: QuestDraft, work: Work): Change {
  const known = workOf(base);
  const names = fieldNames.filter(
    (name) => isFieldSendable(work.fields, name) && !same(known.fields[name], work.fields[name]),
  );
  const fields =
    names.length === 0 ? null : Object.fromEntries(names.map((name) => [name, work.fields[name]]));
  const points = work.points.flatMap((point) => {
    if (isSendable(point)) return [tidyPoint(point)];
    const before = base.points.find(({ id }) => id === point.id);
    return before === undefined ? [] : [before];
  });
  return { fields, points: same(points, base.points) ? null : points };
}

export const isNothing = ({ fields, points }: Change): boolean => fields === null && points === null;

/** Whether the desk holds anything the server does not have, whole or not. */
export const isAhead = (base: QuestDraft, work: Work): boolean => !same(workOf(base), work);
