import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useText } from '#platform/web';
import { numberOf } from '../sheet/cells.rules.ts';
import { setCell } from '../sheet/edit.rules.ts';
import type { PlacedFaults } from '../sheet/faults.rules.ts';
import type { TaskRow } from '../sheet/sheet.ts';
import type { SheetControl } from '../sheet/use-sheet.ts';
import { SmallField } from '../small-field.tsx';
import { taskLabel } from '../task-label.ts';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import { CostTable } from './cost-table.tsx';
import type { Labour } from './costs.rules.ts';

export interface TaskCostsProps {
  readonly control: SheetControl;
  readonly faults: PlacedFaults;
  readonly formats: PlanFormats;
  readonly labour: Labour | null;
}

const page = 50;
const columns = ['cost', 'percent', 'actual'] as const;

/** What each task costs: its labour, what it costs whatever its length, what was spent. */
export function TaskCosts({ control, faults, formats, labour }: TaskCostsProps): ReactNode {
  const t = useText(planningTexts);
  const [shown, setShown] = useState(page);
  const { sheet, change } = control;
  const field = (row: TaskRow, place: number, column: (typeof columns)[number]): ReactNode => {
    const isFaulty = (faults.tasks.get(row.key) ?? []).some((fault) => fault.columns.includes(column));
    return (
      <SmallField
        key={column}
        label={`${t(`column.${column}`)}: ${row.name || row.id}`}
        value={row[column]}
        width={column === 'percent' ? 60 : 108}
        align="right"
        length={20}
        faultId={isFaulty ? `cost-fault-${row.key}` : undefined}
        onWrite={(text) => change((before) => setCell(before, place, column, text), `${place}:${column}`)}
      />
    );
  };
  return (
    <>
      <CostTable
        label={t('cost.tasks')}
        head={[
          t('column.name'),
          t('column.cost'),
          t('cost.labour'),
          t('cost.together'),
          t('column.percent'),
          t('column.actual'),
        ]}
        rows={sheet.tasks.slice(0, shown).map((row, place) => {
          const spent = labour?.tasks.get(row.id.trim());
          const fixed = numberOf(row.cost) ?? 0;
          const told = (faults.tasks.get(row.key) ?? []).filter((fault) =>
            columns.some((column) => fault.columns.includes(column)),
          );
          return {
            key: row.key,
            faultId: `cost-fault-${row.key}`,
            faults: told.map(({ text }) => text),
            cells: [
              taskLabel(row),
              field(row, place, 'cost'),
              spent === undefined ? '–' : formats.money(spent),
              spent === undefined || Number.isNaN(fixed) ? '–' : formats.money(spent + fixed),
              field(row, place, 'percent'),
              field(row, place, 'actual'),
            ],
          };
        })}
      />
      {sheet.tasks.length > shown ? (
        <Button size="small" color="inherit" sx={{ mt: 1 }} onClick={() => setShown(shown + 200)}>
          {t('more', { count: sheet.tasks.length - shown })}
        </Button>
      ) : null}
    </>
  );
}
