import type { Sheet } from '../sheet/sheet.ts';

export interface Draft {
  readonly sheet: Sheet;
  /** The version it was begun from; 0 for a plan that was never saved. */
  readonly baseVersion: number;
}

const keyOf = (ownerId: string, id: string): string => `quintet.assistants.plan.${ownerId}.${id}`;

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'baseVersion' in value &&
  typeof value.baseVersion === 'number' &&
  'sheet' in value &&
  typeof value.sheet === 'object' &&
  value.sheet !== null &&
  'tasks' in value.sheet &&
  Array.isArray(value.sheet.tasks) &&
  'resources' in value.sheet &&
  Array.isArray(value.sheet.resources) &&
  'calendars' in value.sheet &&
  Array.isArray(value.sheet.calendars) &&
  'risks' in value.sheet &&
  Array.isArray(value.sheet.risks);

/** Changes that were not saved, as they were left in this tab. */
export function readDraft(ownerId: string, id: string): Draft | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(keyOf(ownerId, id)) ?? 'null');
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

/** Keeps changes for as long as the tab lives; nothing to keep forgets them. */
export function keepDraft(ownerId: string, id: string, draft: Draft | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(keyOf(ownerId, id));
    else sessionStorage.setItem(keyOf(ownerId, id), JSON.stringify(draft));
  } catch {
    // Storage may be full or refused: the warning on leaving stays.
  }
}
