import { Box, CircularProgress, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { PlanSchedule } from '../../../contract/index.ts';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';

export interface SummaryProps {
  readonly result: PlanSchedule;
  readonly formats: PlanFormats;
  readonly isStale: boolean;
  readonly isRunning: boolean;
}

/** The plan in five figures. */
export function Summary({ result, formats, isStale, isRunning }: SummaryProps): ReactNode {
  const t = useText(planningTexts);
  const { schedule } = result;
  const { cost } = schedule;
  const critical = schedule.tasks.filter((task) => task.critical).length;
  const late = schedule.tasks.filter((task) => task.late).length;
  const facts = [
    ['summary.finish', formats.date(schedule.finish), ''],
    ['summary.duration', formats.days(schedule.duration_hours), ''],
    [
      'summary.cost',
      formats.money(cost.total),
      cost.fixed > 0 && cost.labour > 0
        ? t('summary.cost_parts', { labour: formats.money(cost.labour), fixed: formats.money(cost.fixed) })
        : '',
    ],
    ['summary.critical', t('summary.of', { part: critical, all: schedule.tasks.length }), ''],
    ...(late === 0 ? [] : [['summary.late', formats.number(late), ''] as const]),
    ...(schedule.levelling === null
      ? []
      : [
          [
            'summary.levelled',
            formats.daysChange(schedule.levelling.delay_hours),
            t('summary.levelled_from', { date: formats.date(schedule.levelling.finish_before) }),
          ] as const,
        ]),
  ] as const;
  return (
    <Box
      component="dl"
      aria-label={t('summary.label')}
      aria-busy={isRunning}
      sx={{
        m: 0,
        px: { xs: 1.5, sm: 2 },
        py: { xs: 1, sm: 1.5 },
        display: { xs: 'grid', sm: 'flex' },
        gridTemplateColumns: '1fr 1fr',
        flexWrap: 'wrap',
        columnGap: { xs: 2, sm: 4 },
        rowGap: { xs: 0.5, sm: 1 },
        border: 1,
        borderColor: 'divider',
        borderRadius: '12px',
        bgcolor: 'background.paper',
        opacity: isStale ? 0.6 : 1,
        transition: 'opacity 0.2s',
        position: 'relative',
      }}
    >
      {facts.map(([name, value, more]) => (
        <div key={name}>
          <Typography component="dt" variant="caption" sx={{ color: 'text.secondary' }}>
            {t(name)}
          </Typography>
          <Typography component="dd" sx={{ m: 0, fontWeight: 620, fontVariantNumeric: 'tabular-nums' }}>
            {value}
          </Typography>
          {more === '' ? null : (
            <Typography
              component="dd"
              variant="caption"
              sx={{ m: 0, color: 'text.secondary', display: { xs: 'none', sm: 'block' } }}
            >
              {more}
            </Typography>
          )}
        </div>
      ))}
      {isRunning ? (
        <CircularProgress
          size={16}
          aria-label={t('summary.running')}
          sx={{ position: 'absolute', top: 10, right: 12 }}
        />
      ) : null}
    </Box>
  );
}
