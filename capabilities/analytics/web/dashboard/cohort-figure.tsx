import type { ReactNode } from 'react';
import { EmptyState, useText } from '#platform/web';
import type { Cohorts } from '../../contract/index.ts';
import { Figure } from '../charts/figure.tsx';
import { ReportTable } from '../charts/report-table.tsx';
import { useFormats } from '../charts/use-formats.ts';
import { analyticsTexts } from '../texts.ts';

/** Who came back, by first week. */
export function CohortFigure({ report: { items } }: { readonly report: Cohorts }): ReactNode {
  const t = useText(analyticsTexts);
  const { number, share, day } = useFormats();
  const longest = Math.max(1, ...items.map(({ returned }) => returned.length));
  const later = Array.from({ length: longest - 1 }, (_, at) => at + 1);
  return (
    <Figure
      title={t('cohorts.title')}
      help={t('cohorts.help')}
      table={
        items.length === 0 ? (
          <EmptyState title={t('empty')} hint={t('empty_hint')} />
        ) : (
          <ReportTable
            label={t('cohorts.title')}
            head={[
              t('cohorts.week'),
              t('cohorts.persons'),
              ...later.map((count) => t('cohorts.later', { count })),
            ]}
            rows={items.map(({ week, persons, returned }) => ({
              key: week,
              cells: [
                day(week),
                number(persons),
                ...later.map((at) => {
                  const came = returned[at];
                  return came === undefined || persons === 0 ? '' : share(came / persons);
                }),
              ],
            }))}
          />
        )
      }
    />
  );
}
