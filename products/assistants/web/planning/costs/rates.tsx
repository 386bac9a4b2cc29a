import type { ReactNode } from 'react';
import { useLanguage, useText } from '#platform/web';
import { setResource } from '../sheet/edit.rules.ts';
import type { PlacedFaults } from '../sheet/faults.rules.ts';
import type { SheetControl } from '../sheet/use-sheet.ts';
import { SmallField } from '../small-field.tsx';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import { CostTable } from './cost-table.tsx';
import type { Labour } from './costs.rules.ts';

export interface RatesProps {
  readonly control: SheetControl;
  readonly faults: PlacedFaults;
  readonly formats: PlanFormats;
  /** Null while there is no schedule. */
  readonly labour: Labour | null;
}

/** What an hour of each resource costs, and what its hours come to. */
export function Rates({ control, faults, formats, labour }: RatesProps): ReactNode {
  const t = useText(planningTexts);
  const mark = useLanguage() === 'ru' ? ',' : '.';
  const { sheet, change } = control;
  return (
    <CostTable
      label={t('cost.rates')}
      head={[t('load.resource'), t('resource.rate'), t('cost.hours'), t('cost.labour')]}
      rows={sheet.resources.map((row, place) => {
        const { id, name, rate } = row;
        const told = (faults.resources.get(id) ?? []).filter(({ field }) => field === 'rate');
        const spent = labour?.resources.get(id);
        const faultId = `rate-fault-${id}`;
        return {
          key: id,
          faultId,
          faults: told.map(({ text }) => text),
          cells: [
            name || id,
            <SmallField
              key="rate"
              label={`${t('resource.rate')}: ${name || id}`}
              value={rate}
              width={96}
              align="right"
              length={20}
              faultId={told.length === 0 ? undefined : faultId}
              onWrite={(text) =>
                change((before) => setResource(before, place, { rate: text }, mark), `${id}:rate`)
              }
            />,
            labour === null ? '–' : formats.hours(spent?.hours ?? 0),
            labour === null ? '–' : formats.money(spent?.money ?? 0),
          ],
        };
      })}
    />
  );
}
