import { Box, Button, Card, Typography } from '@mui/material';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { useText } from '#platform/web';
import type { Simulation } from '../../../contract/index.ts';
import { FiguresTable } from '../figures-table.tsx';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';

export interface TaskChancesProps {
  readonly result: Simulation;
  readonly formats: PlanFormats;
  readonly nameOf: (id: string) => string;
}

const page = 15;

function Share({ share, text }: { readonly share: number; readonly text: string }): ReactNode {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, justifyContent: 'flex-end' }}>
      <Box
        aria-hidden
        sx={{
          width: { xs: 48, sm: 120 },
          height: 8,
          borderRadius: 4,
          bgcolor: 'action.hover',
          overflow: 'hidden',
        }}
      >
        <Box sx={{ width: `${share * 100}%`, height: '100%', bgcolor: 'secondary.main' }} />
      </Box>
      <Box component="span" sx={{ minWidth: '4ch' }}>
        {text}
      </Box>
    </Box>
  );
}

/** Which tasks decide about the end, the most deciding first. */
export function TaskChances({ result, formats, nameOf }: TaskChancesProps): ReactNode {
  const t = useText(planningTexts);
  const id = useId();
  const [shown, setShown] = useState(page);
  const sorted = useMemo(
    () =>
      result.tasks.toSorted(
        (one, other) => other.criticality - one.criticality || other.sensitivity - one.sensitivity,
      ),
    [result],
  );
  const hasDeadlines = sorted.some((task) => task.on_time !== null);
  const head = [
    t('gantt.head.task'),
    t('chance.criticality'),
    t('chance.cruciality'),
    t('chance.mean'),
    ...(hasDeadlines ? [t('chance.on_time')] : []),
  ];
  return (
    <Card component="section" aria-labelledby={id} sx={{ p: { xs: 1.5, sm: 2.5 }, minWidth: 0 }}>
      <Typography id={id} variant="h3" component="h2">
        {t('chance.tasks')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1, maxWidth: '72ch' }}>
        {t('chance.tasks_help')}
      </Typography>
      <Box sx={{ overflowX: 'auto' }}>
        <FiguresTable
          label={t('chance.tasks')}
          head={head}
          rows={sorted.slice(0, shown).map((task) => ({
            key: task.id,
            cells: [
              nameOf(task.id),
              <Share key="share" share={task.criticality} text={formats.percent(task.criticality)} />,
              formats.number(task.cruciality, 2),
              task.mean_hours === 0
                ? t('gantt.milestone')
                : `${formats.days(task.mean_hours)} ± ${formats.days(task.deviation_hours)}`,
              ...(hasDeadlines ? [task.on_time === null ? '—' : formats.percent(task.on_time)] : []),
            ],
          }))}
        />
      </Box>
      {sorted.length > shown ? (
        <Button size="small" color="inherit" sx={{ mt: 1 }} onClick={() => setShown(sorted.length)}>
          {t('more', { count: sorted.length - shown })}
        </Button>
      ) : null}
    </Card>
  );
}
