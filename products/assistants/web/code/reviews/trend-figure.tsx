import { type ReactNode, useMemo } from 'react';
import { LoadingState, useCall, useLanguage, useText } from '#platform/web';
import { reviewTrend, type Severity } from '../../../contract/index.ts';
import { ChartFigure } from '../../pieces/chart-figure.tsx';
import { ColumnChart } from '../../pieces/column-chart.tsx';
import { useCodeRefusals } from '../refusals.ts';
import { severities } from '../settings/settings.rules.ts';
import { codeTexts } from '../texts.ts';
import { reviewsTexts } from './texts.ts';

const color = (name: string): string => `var(--mui-palette-${name})`;
const colors: Readonly<Record<Severity, string>> = {
  blocker: color('error-dark'),
  critical: color('error-light'),
  major: color('warning-main'),
  minor: color('info-main'),
  info: color('text-secondary'),
};

/** How the findings of one name changed from review to review. */
export function TrendFigure({ name }: { readonly name: string }): ReactNode {
  const t = useText(reviewsTexts);
  const told = useText(codeTexts);
  const language = useLanguage();
  const refusals = useCodeRefusals();
  const { data, error, refetch } = useCall(reviewTrend, { query: { name } });
  const moment = useMemo(() => {
    const short = new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    const long = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });
    return {
      short: (at: string) => short.format(new Date(at)),
      long: (at: string) => long.format(new Date(at)),
    };
  }, [language]);
  if (data === undefined) {
    return <LoadingState error={error} onRetry={refetch} refusals={refusals} rows={1} height={240} />;
  }
  const number = new Intl.NumberFormat(language);
  const format = (value: number): string => number.format(value);
  const { items } = data;
  if (items.length < 2) return null;
  const used = severities.filter((severity) => items.some(({ counts }) => counts[severity] > 0));
  return (
    <ChartFigure
      title={t('trend')}
      help={t('trend_help')}
      chart={
        <ColumnChart
          whole
          names={items.map(({ created_at: at }, index) => `${index + 1}. ${moment.short(at)}`)}
          series={used.map((severity) => ({
            label: told(`severity.${severity}`),
            values: items.map(({ counts }) => counts[severity]),
            color: colors[severity],
          }))}
          format={format}
        />
      }
      head={[t('when'), t('all'), ...used.map((severity) => told(`severity.${severity}`))]}
      rows={items.toReversed().map(({ id, counts, created_at: at }) => ({
        key: id,
        cells: [
          moment.long(at),
          format(severities.reduce((sum, severity) => sum + counts[severity], 0)),
          ...used.map((severity) => format(counts[severity])),
        ],
      }))}
    />
  );
}
