import { expect, it } from 'vitest';
import type { PlanFile } from '#products/assistants/engines/planning';
import { changedParts } from './parts.rules.ts';

const week = [['09:00-17:00'], [], [], [], [], [], []];
const before: PlanFile = {
  start: '2026-03-02',
  calendars: [
    { id: 'a', name: 'Office', week },
    { id: 'b', week },
  ],
  resources: [{ id: 'r', name: 'Anna', rate: 1 }],
  risks: [{ id: 'x', name: 'Rain', probability: 0.5, impact: 1, tasks: [] }],
  tasks: [{ id: '1', duration: 1 }],
};

it('the same said otherwise is no change', () => {
  const same: PlanFile = {
    ...before,
    calendars: [
      { id: 'a', name: 'Office', week: [['9:00-17:00'], [], [], [], [], [], []], exceptions: [] },
      { id: 'b', name: 'b', week },
    ],
    resources: [{ id: 'r', name: 'Anna', rate: 1, capacity: 1 }],
    risks: [{ id: 'x', name: 'Rain', probability: 0.5, impact: 1, unit: 'days', tasks: [] }],
  };
  expect(changedParts(before, same)).toEqual({
    calendars: [],
    resources: [],
    risks: [],
    planCalendar: null,
  });
});

it('what came, went and changed is told by name', () => {
  const after: PlanFile = {
    ...before,
    calendar: 'a',
    calendars: [{ id: 'a', name: 'Office', week, exceptions: [{ from: '2026-03-09' }] }],
    resources: [{ id: 'r', name: 'Anna', rate: 2 }],
    risks: [...(before.risks ?? []), { id: 'y', probability: 0.1, impact: 1, tasks: [] }],
  };
  expect(changedParts(before, after)).toEqual({
    calendars: [
      { id: 'a', name: 'Office', how: 'changed' },
      { id: 'b', name: 'b', how: 'removed' },
    ],
    resources: [{ id: 'r', name: 'Anna', how: 'changed' }],
    risks: [{ id: 'y', name: 'y', how: 'added' }],
    planCalendar: 'Office',
  });
});
