import { Alert, Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { ThroughputForecast } from '../../../contract/index.ts';
import { FiguresTable } from '../figures-table.tsx';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';

const shares = ['p50', 'p85', 'p95'] as const;

export interface ForecastAnswerProps {
  readonly result: ThroughputForecast;
  readonly formats: PlanFormats;
}

/** When the items are done, and how many by the day that was asked for. */
export function ForecastAnswer({ result, formats }: ForecastAnswerProps): ReactNode {
  const t = useText(planningTexts);
  const { when, how_many: howMany } = result;
  const named = (share: (typeof shares)[number]): string => formats.percent(Number(share.slice(1)) / 100);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography role="status" sx={{ color: 'text.secondary' }}>
        {t('forecast.mean', {
          count: result.weeks_of_history,
          mean: formats.number(result.mean_per_week),
        })}
        {result.mean_added_per_week > 0
          ? ` ${t('forecast.mean_added', { mean: formats.number(result.mean_added_per_week) })}`
          : ''}
      </Typography>
      {when === null ? null : (
        <Card component="section" aria-label={t('forecast.when', { count: when.items })} sx={{ p: 2 }}>
          <Typography variant="h3" component="h3" sx={{ mb: 1 }}>
            {t('forecast.when', { count: when.items })}
          </Typography>
          {when.never > 0 ? (
            <Alert severity="warning" sx={{ mb: 1 }}>
              {t('forecast.never', { share: formats.percent(when.never) })}
            </Alert>
          ) : null}
          <FiguresTable
            label={t('forecast.when', { count: when.items })}
            head={[t('chance.certainty'), t('forecast.date'), t('forecast.weeks')]}
            rows={shares.map((share) => {
              const date = when.dates[share];
              const weeks = when.weeks[share];
              return {
                key: share,
                cells: [
                  named(share),
                  date === null ? t('forecast.beyond') : formats.date(date),
                  weeks === null ? '—' : formats.number(weeks),
                ],
              };
            })}
          />
        </Card>
      )}
      {howMany === null ? null : (
        <Card
          component="section"
          aria-label={t('forecast.how_many', { date: formats.date(howMany.by) })}
          sx={{ p: 2 }}
        >
          <Typography variant="h3" component="h3" sx={{ mb: 1 }}>
            {t('forecast.how_many', { date: formats.date(howMany.by) })}
          </Typography>
          <FiguresTable
            label={t('forecast.how_many', { date: formats.date(howMany.by) })}
            head={[t('chance.certainty'), t('forecast.at_least')]}
            rows={shares.map((share) => ({
              key: share,
              cells: [named(share), formats.number(howMany.at_least[share])],
            }))}
          />
        </Card>
      )}
    </Box>
  );
}
