import { Box, Card, Skeleton, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useText } from '#platform/web';
import type { PlanFile } from '#products/assistants/engines/planning';
import type { Simulation } from '../../../contract/index.ts';
import { FiguresTable } from '../figures-table.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { riskWeight } from '../sheet/risk-weight.rules.ts';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import type { WithoutRisks } from './use-simulation.ts';

export interface RiskEffectProps {
  readonly plan: PlanFile;
  readonly result: Simulation;
  readonly without: WithoutRisks | null;
  readonly formats: PlanFormats;
}

const certainties = ['p50', 'p80', 'p95'] as const;

function Effect({
  result,
  safe,
  formats,
}: {
  readonly result: Simulation;
  readonly safe: Simulation;
  readonly formats: PlanFormats;
}): ReactNode {
  const t = useText(planningTexts);
  return (
    <>
      <Typography sx={{ mb: 1 }}>
        {t('chance.risks_add', {
          with: formats.date(result.finish.p80),
          without: formats.date(safe.finish.p80),
          days: formats.daysChange(result.hours.p80 - safe.hours.p80),
          money: formats.moneyChange(result.cost.p80 - safe.cost.p80),
        })}
      </Typography>
      <Box sx={{ overflowX: 'auto', mb: 2 }}>
        <FiguresTable
          label={t('chance.risks_effect')}
          head={[
            t('chance.certainty'),
            t('chance.with_risks'),
            t('chance.without_risks'),
            t('chance.added_time'),
            t('chance.added_money'),
          ]}
          rows={certainties.map((each) => ({
            key: each,
            cells: [
              each.toUpperCase(),
              formats.date(result.finish[each]),
              formats.date(safe.finish[each]),
              formats.daysChange(result.hours[each] - safe.hours[each]),
              formats.moneyChange(result.cost[each] - safe.cost[each]),
            ],
          }))}
        />
      </Box>
    </>
  );
}

/** Which risks were counted, and what they add to the dates and the cost. */
export function RiskEffect({ plan, result, without, formats }: RiskEffectProps): ReactNode {
  const t = useText(planningTexts);
  const id = useId();
  const { risks = [], hours_per_day: hoursPerDay = 8 } = plan;
  if (result.risks.length === 0) return null;
  const known = new Map(risks.map((risk) => [risk.id, risk]));
  const nameOf = (riskId: string): string => known.get(riskId)?.name || riskId;
  const counts = (riskId: string): boolean => {
    const risk = known.get(riskId);
    return risk === undefined || riskWeight(risk, hoursPerDay).counts;
  };
  const counted = result.risks.filter((risk) => counts(risk.id));
  const idle = result.risks.filter((risk) => !counts(risk.id));
  const sorted = counted.toSorted(
    (one, other) =>
      other.expected_delay_hours - one.expected_delay_hours || other.expected_cost - one.expected_cost,
  );
  return (
    <Card component="section" aria-labelledby={id} sx={{ p: { xs: 1.5, sm: 2.5 }, minWidth: 0 }}>
      <Typography id={id} variant="h3" component="h2" sx={{ mb: 0.5 }}>
        {t('chance.risks')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {t('chance.risks_counted', { count: counted.length, all: result.risks.length })}
        {idle.length === 0
          ? ''
          : ` ${t('chance.risks_idle', { names: idle.map((risk) => nameOf(risk.id)).join(', ') })}`}
      </Typography>
      {without === null ? null : without.error !== null ? (
        <ProblemNotice error={without.error} />
      ) : without.result === null ? (
        <Skeleton variant="rounded" height={120} sx={{ mb: 2 }} aria-label={t('summary.running')} />
      ) : (
        <Effect result={result} safe={without.result} formats={formats} />
      )}
      {sorted.length === 0 ? null : (
        <Box sx={{ overflowX: 'auto' }}>
          <FiguresTable
            label={t('chance.risks')}
            head={[t('chance.risk'), t('chance.risk_share'), t('chance.risk_delay'), t('chance.risk_cost')]}
            rows={sorted.map((risk) => ({
              key: risk.id,
              cells: [
                nameOf(risk.id),
                formats.percent(risk.share),
                formats.daysChange(risk.expected_delay_hours),
                formats.moneyChange(risk.expected_cost),
              ],
            }))}
          />
        </Box>
      )}
    </Card>
  );
}
