import { Alert, Box, Card, Skeleton, Stack, Typography } from '@mui/material';
import { lazy, type ReactNode, Suspense } from 'react';
import { EmptyState, ErrorNotice, useLocalized, useText } from '#platform/web';
import type { Simulation } from '../../../contract/index.ts';
import { FigureCard } from '../../pieces/figure-card.tsx';
import { FiguresTable } from '../figures-table.tsx';
import { usePlanRefusals } from '../refusals.ts';
import type { SheetDocument } from '../sheet/document.rules.ts';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import { certainties, certaintyName, momentAt } from './marks.rules.ts';
import { RiskEffect } from './risk-effect.tsx';
import { TaskChances } from './task-chances.tsx';
import { TrialForm } from './trial-form.tsx';
import type { SimulationControl } from './use-simulation.ts';

const Histogram = lazy(async () => ({ default: (await import('./histogram.tsx')).Histogram }));

export interface ChancePanelProps {
  readonly control: SimulationControl;
  readonly document: SheetDocument;
  readonly blocked: boolean;
  readonly formats: PlanFormats;
}

interface PartProps {
  readonly result: Simulation;
  readonly formats: PlanFormats;
}

function Certainties({ result, formats }: PartProps): ReactNode {
  const t = useText(planningTexts);
  const { planned, finish, cost, contingency } = result;
  const facts = [
    [
      t('chance.planned', { date: formats.date(planned.finish) }),
      formats.percent(planned.kept),
      t('chance.kept'),
    ],
    ['P50', formats.date(finish.p50), formats.money(cost.p50)],
    ['P80', formats.date(finish.p80), formats.money(cost.p80)],
    ['P95', formats.date(finish.p95), formats.money(cost.p95)],
    [
      t('chance.contingency'),
      formats.daysChange(contingency.hours80),
      formats.moneyChange(contingency.cost80),
    ],
  ] as const;
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(5, 1fr)' } }}
    >
      {facts.map(([name, value, more]) => (
        <Card key={name} sx={{ px: 2, py: 1.5 }}>
          <Typography component="dt" variant="caption" sx={{ color: 'text.secondary' }}>
            {name}
          </Typography>
          <Typography component="dd" sx={{ m: 0, fontWeight: 640 }}>
            {value}
          </Typography>
          <Typography component="dd" variant="body2" sx={{ m: 0, color: 'text.secondary' }}>
            {more}
          </Typography>
        </Card>
      ))}
    </Box>
  );
}

function Histograms({ result, formats }: PartProps): ReactNode {
  const t = useText(planningTexts);
  const { runs, finish_histogram: finish, cost_histogram: cost, hours, planned } = result;
  const loading = <Skeleton variant="rounded" height={280} />;
  const isCertain = result.cost.p10 === result.cost.p95;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '1fr 1fr' },
        alignItems: 'start',
      }}
    >
      <FigureCard
        title={t('chance.finish')}
        chart={
          <Suspense fallback={loading}>
            <Histogram
              bins={finish}
              runs={runs}
              label={t('chance.share')}
              marks={[
                { at: planned.hours, label: t('chance.plan_mark'), planned: true },
                ...certainties.map((each) => ({ at: hours[each], label: certaintyName(each) })),
              ]}
              valueText={(value) => formats.day(momentAt(finish, value))}
              shareText={formats.percent}
            />
          </Suspense>
        }
        table={
          <FiguresTable
            label={t('chance.finish')}
            head={[t('chance.certainty'), t('gantt.head.finish'), t('gantt.head.duration')]}
            rows={certainties.map((each) => ({
              key: each,
              cells: [certaintyName(each), formats.date(result.finish[each]), formats.days(hours[each])],
            }))}
          />
        }
      />
      <FigureCard
        title={t('chance.cost')}
        chart={
          isCertain ? (
            <Typography variant="body2" sx={{ py: 4, color: 'text.secondary' }}>
              {t('chance.cost_certain', { cost: formats.money(result.cost.p50) })}
            </Typography>
          ) : (
            <Suspense fallback={loading}>
              <Histogram
                bins={cost}
                runs={runs}
                label={t('chance.share')}
                marks={[
                  { at: planned.cost, label: t('chance.plan_mark'), planned: true },
                  ...certainties.map((each) => ({ at: result.cost[each], label: certaintyName(each) })),
                ]}
                valueText={(value) => formats.number(value, 0)}
                shareText={formats.percent}
              />
            </Suspense>
          )
        }
        table={
          <FiguresTable
            label={t('chance.cost')}
            head={[t('chance.certainty'), t('summary.cost')]}
            rows={certainties.map((each) => ({
              key: each,
              cells: [certaintyName(each), formats.money(result.cost[each])],
            }))}
          />
        }
      />
    </Box>
  );
}

/** Monte Carlo: when the project ends and what it costs, by certainty, and which tasks decide. */
export function ChancePanel({ control, document, blocked, formats }: ChancePanelProps): ReactNode {
  const t = useText(planningTexts);
  const localized = useLocalized();
  const refusals = usePlanRefusals();
  const { result, of, without, isRunning, error, run } = control;
  const about = of?.plan ?? document.plan;
  const names = new Map(about.tasks.map(({ id, name }) => [id, name]));
  return (
    <Stack spacing={2}>
      <TrialForm isRunning={isRunning} blocked={blocked} onRun={(trial) => void run(document, trial)} />
      {blocked ? <Alert severity="info">{t('faults.blocked')}</Alert> : null}
      <ErrorNotice error={error} refusals={refusals} />
      {result === null ? (
        <EmptyState title={t('chance.empty')} hint={t('chance.empty_hint')} />
      ) : (
        <>
          {of === document ? null : <Alert severity="info">{t('chance.stale')}</Alert>}
          <Certainties result={result} formats={formats} />
          <Histograms result={result} formats={formats} />
          <TaskChances result={result} formats={formats} nameOf={(id) => names.get(id) || id} />
          <RiskEffect plan={about} result={result} without={without} formats={formats} />
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {`${t('chance.about', { runs: formats.number(result.runs), seed: result.seed })} ${localized(result.convergence.note)}`}
          </Typography>
        </>
      )}
    </Stack>
  );
}
