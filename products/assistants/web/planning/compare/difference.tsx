import { Box, Button, Card, Chip, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ListSkeleton, useCall, useText } from '#platform/web';
import type { PlanFile } from '#products/assistants/engines/planning';
import { comparePlans, type PlanComparison } from '../../../contract/index.ts';
import { FiguresTable } from '../figures-table.tsx';
import type { Scheduling } from '../plan/scheduling.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { planningTexts } from '../texts.ts';
import { minutesOf, type PlanFormats } from '../use-formats.ts';
import { type ChangedPart, changedParts } from './parts.rules.ts';

export interface DifferenceProps {
  readonly before: PlanFile;
  readonly after: PlanFile;
  readonly scheduling: Pick<Scheduling, 'basis' | 'levelling'>;
  readonly formats: PlanFormats;
}

const page = 30;

function Change({
  name,
  before,
  after,
  change,
  worse,
}: {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly worse: number;
}): ReactNode {
  return (
    <Card sx={{ px: 2, py: 1.5, flex: '1 1 220px' }}>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {name}
      </Typography>
      <Typography sx={{ fontWeight: 620 }}>{before === after ? after : `${before} → ${after}`}</Typography>
      <Typography
        variant="body2"
        sx={{
          color: worse > 0 ? 'error.main' : worse < 0 ? 'success.main' : 'text.secondary',
          fontWeight: 560,
        }}
      >
        {change}
      </Typography>
    </Card>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }): ReactNode {
  if (names.length === 0) return null;
  return (
    <Box>
      <Typography variant="body2" component="h3" sx={{ color: 'text.secondary', mb: 0.5 }}>
        {title}
      </Typography>
      <Box
        component="ul"
        aria-label={title}
        sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: 0.75 }}
      >
        {names.map((name) => (
          <li key={name}>
            <Chip size="small" label={name} sx={{ maxWidth: '100%' }} />
          </li>
        ))}
      </Box>
    </Box>
  );
}

const shift = (before: string, after: string): number =>
  Math.round((minutesOf(after) - minutesOf(before)) / 1_440);

function Changes({
  result,
  formats,
}: {
  readonly result: PlanComparison;
  readonly formats: PlanFormats;
}): ReactNode {
  const t = useText(planningTexts);
  const [shown, setShown] = useState(page);
  const moved = (before: string, after: string): ReactNode => {
    if (before === after) return formats.day(after);
    const days = shift(before, after);
    return (
      <>
        {`${formats.day(before)} → ${formats.day(after)} `}
        <Box
          component="span"
          sx={{ color: days > 0 ? 'error.main' : days < 0 ? 'success.main' : 'text.secondary' }}
        >
          {days === 0 ? '' : `(${formats.calendarChange(days)})`}
        </Box>
      </>
    );
  };
  return (
    <Card sx={{ p: { xs: 1.5, sm: 2.5 } }}>
      <Typography variant="h3" component="h3" sx={{ mb: 1 }}>
        {t('compare.changed', { count: result.changed.length })}
      </Typography>
      <Box sx={{ overflowX: 'auto' }}>
        <FiguresTable
          label={t('compare.changed', { count: result.changed.length })}
          head={[t('gantt.head.task'), t('gantt.head.start'), t('gantt.head.finish'), t('compare.float')]}
          rows={result.changed.slice(0, shown).map((task) => ({
            key: task.id,
            cells: [
              task.name || task.id,
              moved(task.start_before, task.start_after),
              moved(task.finish_before, task.finish_after),
              task.float_change_hours === 0 ? '—' : formats.daysChange(task.float_change_hours),
            ],
          }))}
        />
      </Box>
      {result.changed.length > shown ? (
        <Button size="small" color="inherit" onClick={() => setShown(result.changed.length)}>
          {t('more', { count: result.changed.length - shown })}
        </Button>
      ) : null}
    </Card>
  );
}

/** What differs between two plans in dates and cost. */
export function Difference({ before, after, scheduling, formats }: DifferenceProps): ReactNode {
  const t = useText(planningTexts);
  const { basis, levelling } = scheduling;
  const { data, error, refetch } = useCall(
    comparePlans,
    { body: { before, after, basis, levelling } },
    { staleTime: 60_000 },
  );
  if (data === undefined) {
    return error === null ? (
      <ListSkeleton rows={2} height={80} />
    ) : (
      <ProblemNotice error={error} onRetry={refetch} />
    );
  }
  const parts = changedParts(before, after);
  const said = (changes: readonly ChangedPart[]): readonly string[] =>
    changes.map(({ name, how }) => t(`compare.part_${how}`, { name }));
  const calendars = [
    ...(parts.planCalendar === null
      ? []
      : [t('compare.plan_calendar', { name: parts.planCalendar || t('calendar.usual') })]),
    ...said(parts.calendars),
  ];
  const names = new Map([...before.tasks, ...after.tasks].map(({ id, name }) => [id, name ?? id]));
  const named = (ids: readonly string[]): readonly string[] => ids.map((id) => names.get(id) || id);
  const untouched =
    data.added.length +
      data.removed.length +
      data.changed.length +
      data.became_critical.length +
      data.no_longer_critical.length ===
    0;
  return (
    <Stack spacing={2}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        <Change
          name={t('summary.finish')}
          before={formats.date(data.finish_before)}
          after={formats.date(data.finish_after)}
          change={
            data.hours_change === 0
              ? t('compare.same')
              : t('compare.working', { change: formats.daysChange(data.hours_change) })
          }
          worse={data.hours_change}
        />
        <Change
          name={t('summary.cost')}
          before={formats.money(data.cost_before)}
          after={formats.money(data.cost_after)}
          change={data.cost_change === 0 ? t('compare.same') : formats.moneyChange(data.cost_change)}
          worse={data.cost_change}
        />
      </Box>
      {untouched ? (
        <Typography role="status" sx={{ color: 'text.secondary' }}>
          {t('compare.nothing')}
        </Typography>
      ) : null}
      <Names title={t('compare.added')} names={named(data.added)} />
      <Names title={t('compare.removed')} names={named(data.removed)} />
      <Names title={t('compare.became_critical')} names={named(data.became_critical)} />
      <Names title={t('compare.no_longer_critical')} names={named(data.no_longer_critical)} />
      <Names title={t('tab.calendars')} names={calendars} />
      <Names title={t('resource.title')} names={said(parts.resources)} />
      <Names title={t('tab.risks')} names={said(parts.risks)} />
      {data.changed.length === 0 ? null : <Changes result={data} formats={formats} />}
    </Stack>
  );
}
