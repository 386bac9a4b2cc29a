import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Point } from '../../../contract/index.ts';
import type { Desk, DeskState } from './desk.ts';
import type { FieldName, Fields, Work } from './work.rules.ts';

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('The editor has no desk here.');
  return desk;
}

export function useDeskState(): DeskState {
  return useStore(useDesk().store);
}

export function useWork(): Work {
  return useStore(useDesk().store, ({ work }) => work);
}

/** One field of the description, and how to change it. */
export function useField<Name extends FieldName>(
  name: Name,
): readonly [value: Fields[Name], set: (value: Fields[Name]) => void] {
  const desk = useDesk();
  const value = useStore(desk.store, ({ work }) => work.fields[name]);
  return [value, (next) => desk.change((work) => ({ ...work, fields: { ...work.fields, [name]: next } }))];
}

/** How to change the points. */
export function usePointsChange(): (by: (points: readonly Point[]) => readonly Point[]) => void {
  const desk = useDesk();
  return (by) => desk.change((work) => ({ ...work, points: by(work.points) }));
}
