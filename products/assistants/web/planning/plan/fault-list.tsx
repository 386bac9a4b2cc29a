import { Alert, AlertTitle, Box, Link } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { PlacedFaults } from '../sheet/faults.rules.ts';
import type { Sheet, TaskColumn } from '../sheet/sheet.ts';
import { planningTexts } from '../texts.ts';

export interface FaultListProps {
  readonly faults: PlacedFaults;
  readonly sheet: Sheet;
  readonly onShow: (place: number, column: TaskColumn) => void;
}

const told = 6;

/** What is wrong with the plan, each leading to its cell. */
export function FaultList({ faults, sheet, onShow }: FaultListProps): ReactNode {
  const t = useText(planningTexts);
  if (faults.errors + faults.warnings === 0) return null;
  const rows = sheet.tasks.flatMap(({ key }, place) =>
    (faults.tasks.get(key) ?? []).map((fault) => ({
      ...fault,
      place,
      column: fault.columns[0] ?? ('name' as const),
    })),
  );
  const first = rows.toSorted(
    (one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning'),
  );
  const left = rows.length - Math.min(told, rows.length);
  const severity = faults.errors > 0 ? 'error' : 'warning';
  return (
    <Alert severity={severity} variant="outlined" role="status">
      <AlertTitle sx={{ fontSize: '0.9375rem', mb: 0.5 }}>
        {faults.errors > 0
          ? t('faults.errors', { count: faults.errors })
          : t('faults.warnings', { count: faults.warnings })}
      </AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.5, fontSize: '0.875rem' }}>
        {[...faults.head.values(), ...faults.plan].slice(0, told).map(({ at, text }) => (
          <li key={`${at} ${text}`}>{text}</li>
        ))}
        {first.slice(0, told).map(({ at, text, place, column }) => (
          <li key={`${at} ${text}`}>
            <Link
              component="button"
              type="button"
              onClick={() => onShow(place, column)}
              sx={{ textAlign: 'left', verticalAlign: 'baseline' }}
            >
              {t('faults.row', {
                id: sheet.tasks[place]?.id ?? '',
                name: sheet.tasks[place]?.name ?? '',
              })}
            </Link>
            {`: ${text}`}
          </li>
        ))}
        {left > 0 ? <li>{t('faults.more', { count: left })}</li> : null}
      </Box>
    </Alert>
  );
}
