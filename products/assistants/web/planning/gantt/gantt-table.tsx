import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import type { TaskLine } from './chart.rules.ts';

/** The chart in words: the same for those who do not see it. */
export function GanttTable({
  lines,
  formats,
}: {
  readonly lines: readonly TaskLine[];
  readonly formats: PlanFormats;
}): ReactNode {
  const t = useText(planningTexts);
  const head = ['task', 'start', 'finish', 'duration', 'slack', 'after', 'people'] as const;
  return (
    <Table size="small" aria-label={t('gantt.table')}>
      <TableHead>
        <TableRow>
          {head.map((name) => (
            <TableCell key={name} sx={{ whiteSpace: 'nowrap' }}>
              {t(`gantt.head.${name}`)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map(({ key, row, task }) => (
          <TableRow key={key}>
            <TableCell component="th" scope="row" sx={{ minWidth: 160 }}>
              {row.name}
            </TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>{formats.date(row.start)}</TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>
              {formats.date(row.finish)}
              {row.late ? ` · ${t('gantt.late')}` : ''}
            </TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>
              {row.milestone ? t('gantt.milestone') : formats.days(task?.duration_hours ?? 0)}
            </TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>
              {row.critical ? t('gantt.critical') : formats.days(row.total_float_hours)}
            </TableCell>
            <TableCell>{row.links.map(({ from, type }) => `${from}${type}`).join('; ')}</TableCell>
            <TableCell>{row.resources.join(', ')}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
