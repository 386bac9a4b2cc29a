import { Alert } from '@mui/material';
import type { ReactNode } from 'react';
import { EmptyState, useLocalized, useText } from '#platform/web';
import type { Overview } from '../../contract/index.ts';
import { Figure } from '../charts/figure.tsx';
import { ReportTable } from '../charts/report-table.tsx';
import { useFormats } from '../charts/use-formats.ts';
import { analyticsTexts } from '../texts.ts';

/** Each event of the days: how often, how many people, what values. */
export function OverviewFigure({ report }: { readonly report: Overview }): ReactNode {
  const t = useText(analyticsTexts);
  const localized = useLocalized();
  const { number } = useFormats();
  const valued = report.items.some(({ value_count: count }) => count > 0);
  const head = [
    t('overview.event'),
    t('overview.events'),
    t('overview.persons'),
    ...(valued ? [t('overview.value_sum'), t('overview.value_mean'), t('overview.value_p50')] : []),
  ];
  const rows = report.items.map((item) => ({
    key: item.event,
    cells: [
      item.label === null ? item.event : localized(item.label),
      number(item.events),
      number(item.persons),
      ...(valued
        ? [
            number(item.value_count === 0 ? null : item.value_sum),
            number(item.value_count === 0 ? null : item.value_sum / item.value_count),
            number(item.value_p50),
          ]
        : []),
    ],
  }));
  return (
    <Figure
      title={t('overview.title')}
      table={
        rows.length === 0 ? (
          <EmptyState title={t('empty')} hint={t('empty_hint')} />
        ) : (
          <>
            {report.items.every(({ exact }) => exact) ? null : (
              <Alert severity="info" variant="outlined" sx={{ mb: 1.5 }}>
                {t('overview.approximate')}
              </Alert>
            )}
            <ReportTable label={t('overview.title')} head={head} rows={rows} />
          </>
        )
      }
    />
  );
}
