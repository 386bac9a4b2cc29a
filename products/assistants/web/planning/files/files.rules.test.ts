import { expect, it } from 'vitest';
import { readPlanCsv } from '#products/assistants/engines/planning';
import { countsOf } from '../forecast/counts.rules.ts';
import { examplePlan } from '../plan/example.ts';
import { sheetOf } from '../sheet/document.rules.ts';
import { decodeText, fileName, planCsv } from './plan-csv.rules.ts';

it.each(['ru', 'en'] as const)('a plan given away as a table is read again (%s)', (language) => {
  const plan = examplePlan(language, '2026-03-02');
  const read = readPlanCsv(planCsv(sheetOf(plan, language === 'ru' ? ',' : '.')), '2026-03-02');
  expect(read.ok ? read.value.tasks : read.faults).toMatchObject(
    plan.tasks.map(({ id, name, duration, fixed_cost: cost, group }) => ({
      id,
      name,
      duration: typeof duration === 'object' ? duration : {},
      ...(cost === undefined ? {} : { fixedCost: cost }),
      group,
    })),
  );
});

it('a name is no formula, and its quotes stay its own', () => {
  const plan = { start: '2026-03-02', tasks: [{ id: '1', name: '=1+1; "x"', duration: 1 }] };
  expect(planCsv(sheetOf(plan, '.'))).toContain(`1;"'=1+1; ""x""";`);
});

it('texts of Windows are understood', () => {
  expect(decodeText(new Uint8Array([0xcf, 0xeb, 0xe0, 0xed]).buffer)).toBe('План');
  expect(decodeText(new TextEncoder().encode('План').buffer)).toBe('План');
});

it('a file has a name everywhere', () => {
  expect(fileName(' a/b: c? ', 'csv')).toBe('a b c.csv');
  expect(fileName('///', 'xml')).toBe('plan.xml');
});

it('counts are read however they are set apart', () => {
  expect(countsOf('3, 5\n4\t0;2')).toEqual([3, 5, 4, 0, 2]);
  expect(countsOf('')).toEqual([]);
  expect(countsOf('3 -1')).toBeNull();
  expect(countsOf('2000000')).toBeNull();
});
