import { Box, Card, Skeleton, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { lazy, type ReactNode, Suspense, useId, useMemo } from 'react';
import { EmptyState, useText } from '#platform/web';
import type { PlanSchedule } from '../../../contract/index.ts';
import { FigureCard } from '../../pieces/figure-card.tsx';
import { FiguresTable } from '../figures-table.tsx';
import type { Scheduling } from '../plan/scheduling.ts';
import type { SheetDocument } from '../sheet/document.rules.ts';
import type { PlacedFaults } from '../sheet/faults.rules.ts';
import type { SheetControl } from '../sheet/use-sheet.ts';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import { labourOf } from './costs.rules.ts';
import { EarnedValue } from './earned-value.tsx';
import { Rates } from './rates.tsx';
import { TaskCosts } from './task-costs.tsx';

const CostCurve = lazy(async () => ({ default: (await import('./cost-curve.tsx')).CostCurve }));

export interface CostsPanelProps {
  readonly control: SheetControl;
  readonly faults: PlacedFaults;
  readonly formats: PlanFormats;
  /** The last schedule and what it was computed from. */
  readonly result: PlanSchedule | null;
  readonly of: SheetDocument | null;
  readonly scheduling: Scheduling;
  readonly onScheduling: (scheduling: Scheduling) => void;
}

function Section({ title, help, children }: { title: string; help: string; children: ReactNode }): ReactNode {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} sx={{ p: { xs: 1.5, sm: 2.5 }, minWidth: 0 }}>
      <Typography id={id} variant="h3" component="h2">
        {title}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5, maxWidth: '72ch' }}>
        {help}
      </Typography>
      {children}
    </Card>
  );
}

/** What the plan costs, and what it is reckoned from: rates, costs of tasks, what was spent. */
export function CostsPanel(props: CostsPanelProps): ReactNode {
  const { control, faults, formats, result, of, scheduling, onScheduling } = props;
  const t = useText(planningTexts);
  const labour = useMemo(
    () => (result === null || of === null ? null : labourOf(of.plan, result.schedule.tasks)),
    [result, of],
  );
  const curve = result?.cost_curve ?? [];
  return (
    <Stack spacing={2}>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
        }}
      >
        <Section title={t('cost.rates')} help={t('cost.rates_help', { currency: control.sheet.currency })}>
          {control.sheet.resources.length === 0 ? (
            <EmptyState title={t('cost.no_resources')} hint={t('load.empty_hint')} />
          ) : (
            <Rates control={control} faults={faults} formats={formats} labour={labour} />
          )}
        </Section>
        <FigureCard
          title={t('cost.curve')}
          actions={
            <ToggleButtonGroup
              exclusive
              size="small"
              aria-label={t('load.by')}
              value={scheduling.by}
              onChange={(_event, by: 'day' | 'week' | null) => {
                if (by !== null) onScheduling({ ...scheduling, by });
              }}
            >
              <ToggleButton value="week">{t('load.week')}</ToggleButton>
              <ToggleButton value="day">{t('load.day')}</ToggleButton>
            </ToggleButtonGroup>
          }
          chart={
            curve.length === 0 ? (
              <Skeleton variant="rounded" height={260} animation={false} />
            ) : (
              <Suspense fallback={<Skeleton variant="rounded" height={260} />}>
                <CostCurve
                  names={curve.map(({ from }) => formats.day(from))}
                  values={curve.map(({ cumulative }) => cumulative)}
                  label={t('cost.cumulative')}
                  format={formats.money}
                  formatShort={(value) => formats.number(value, 0)}
                />
              </Suspense>
            )
          }
          table={
            <FiguresTable
              label={t('cost.curve')}
              head={[t('cost.from'), t('cost.spent'), t('cost.cumulative')]}
              rows={curve.map(({ from, cost, cumulative }) => ({
                key: from,
                cells: [formats.date(from), formats.money(cost), formats.money(cumulative)],
              }))}
            />
          }
        />
      </Box>
      <Section title={t('cost.tasks')} help={t('cost.tasks_help')}>
        <TaskCosts control={control} faults={faults} formats={formats} labour={labour} />
      </Section>
      <EarnedValue
        earned={result?.earned_value ?? null}
        statusDate={scheduling.statusDate}
        onStatusDate={(statusDate) => onScheduling({ ...scheduling, statusDate })}
        formats={formats}
      />
    </Stack>
  );
}
