import { Alert, AlertTitle, Box, Link } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { PlacedFaults, ToldFault } from '../sheet/faults.rules.ts';
import type { Sheet, TaskColumn } from '../sheet/sheet.ts';
import { planningTexts } from '../texts.ts';

/** A part of the plan with a place on the page. */
export type FaultPlace =
  | { readonly of: 'task'; readonly place: number; readonly column: TaskColumn }
  | { readonly of: 'resource'; readonly id: string }
  | { readonly of: 'calendar'; readonly key: string }
  | { readonly of: 'risk'; readonly key: string };

export interface FaultListProps {
  readonly faults: PlacedFaults;
  readonly sheet: Sheet;
  readonly onShow: (place: FaultPlace) => void;
}

interface Entry extends ToldFault {
  readonly label: string;
  readonly place: FaultPlace | null;
}

const told = 8;

function useEntries(faults: PlacedFaults, sheet: Sheet): readonly Entry[] {
  const t = useText(planningTexts);
  const entries: Entry[] = [...faults.head.values(), ...faults.plan].map((fault) => ({
    ...fault,
    label: '',
    place: null,
  }));
  for (const [place, { key, id, name }] of sheet.tasks.entries()) {
    for (const fault of faults.tasks.get(key) ?? []) {
      const [column = 'name'] = fault.columns;
      entries.push({ ...fault, label: t('faults.row', { id, name }), place: { of: 'task', place, column } });
    }
  }
  for (const { id, name } of sheet.resources) {
    const label = t('faults.resource', { name: name || id });
    for (const fault of faults.resources.get(id) ?? []) {
      entries.push({ ...fault, label, place: { of: 'resource', id } });
    }
  }
  for (const { key, id, name } of sheet.calendars) {
    const label = t('faults.calendar', { name: name || id });
    for (const fault of faults.calendars.get(key) ?? []) {
      entries.push({ ...fault, label, place: { of: 'calendar', key } });
    }
  }
  for (const { key, id, name } of sheet.risks) {
    const label = t('faults.risk', { name: name || id });
    for (const fault of faults.risks.get(key) ?? []) {
      entries.push({ ...fault, label, place: { of: 'risk', key } });
    }
  }
  return entries.toSorted(
    (one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning'),
  );
}

/** What is wrong with the plan, each leading to its cell. */
export function FaultList({ faults, sheet, onShow }: FaultListProps): ReactNode {
  const t = useText(planningTexts);
  const entries = useEntries(faults, sheet);
  if (faults.errors + faults.warnings === 0) return null;
  const left = entries.length - Math.min(told, entries.length);
  const severity = faults.errors > 0 ? 'error' : 'warning';
  return (
    <Alert severity={severity} variant="outlined" role="status">
      <AlertTitle sx={{ fontSize: '0.9375rem', mb: 0.5 }}>
        {faults.errors > 0
          ? t('faults.errors', { count: faults.errors })
          : t('faults.warnings', { count: faults.warnings })}
      </AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.5, fontSize: '0.875rem' }}>
        {entries.slice(0, told).map(({ at, text, label, place }) => (
          <li key={`${at} ${text}`}>
            {place === null ? null : (
              <Link
                component="button"
                type="button"
                onClick={() => onShow(place)}
                sx={{ textAlign: 'left', verticalAlign: 'baseline' }}
              >
                {label}
              </Link>
            )}
            {place === null ? text : `: ${text}`}
          </li>
        ))}
        {left > 0 ? <li>{t('faults.more', { count: left })}</li> : null}
      </Box>
    </Alert>
  );
}
