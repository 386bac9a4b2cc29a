import EditOutlined from '@mui/icons-material/EditOutlined';
import { Box, Button, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import type { TaskLine } from './chart.rules.ts';

export interface TaskFactsProps {
  readonly line: TaskLine;
  readonly formats: PlanFormats;
  readonly nameOf: (id: string) => string;
  readonly onEdit: () => void;
}

/** What is known of the task that was chosen in the chart. */
export function TaskFacts({ line, formats, nameOf, onEdit }: TaskFactsProps): ReactNode {
  const t = useText(planningTexts);
  const { row, task } = line;
  const facts = [
    [t('gantt.head.start'), formats.exact(row.start)],
    [t('gantt.head.finish'), formats.exact(row.finish)],
    [
      t('gantt.head.duration'),
      row.milestone ? t('gantt.milestone') : formats.days(task?.duration_hours ?? 0),
    ],
    [t('gantt.head.slack'), row.critical ? t('gantt.critical') : formats.days(row.total_float_hours)],
    ...(row.deadline === null ? [] : [[t('gantt.deadline'), formats.date(row.deadline)] as const]),
    ...(row.percent_complete > 0
      ? [[t('gantt.done'), formats.percent(row.percent_complete / 100)] as const]
      : []),
    ...(row.resources.length === 0 ? [] : [[t('gantt.head.people'), row.resources.join(', ')] as const]),
    ...(row.links.length === 0
      ? []
      : [
          [
            t('gantt.head.after'),
            row.links.map(({ from, type }) => `${nameOf(from)} (${type})`).join(', '),
          ] as const,
        ]),
    ...(task === undefined || task.delay_hours === 0
      ? []
      : [[t('gantt.delay'), formats.days(task.delay_hours)] as const]),
  ] as const;
  return (
    <Card component="section" aria-label={row.name} aria-live="polite" sx={{ p: 2 }}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
        <Typography variant="h4" component="h3" sx={{ flex: '1 1 200px', minWidth: 0 }}>
          {row.name}
        </Typography>
        <Button size="small" color="inherit" variant="outlined" startIcon={<EditOutlined />} onClick={onEdit}>
          {t('gantt.edit')}
        </Button>
      </Box>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))' }}
      >
        {facts.map(([name, value]) => (
          <Box key={name} sx={{ minWidth: 0 }}>
            <Typography component="dt" variant="caption" sx={{ color: 'text.secondary' }}>
              {name}
            </Typography>
            <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>
              {value}
            </Typography>
          </Box>
        ))}
      </Box>
    </Card>
  );
}
