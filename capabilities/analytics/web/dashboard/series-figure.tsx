import { MenuItem, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ErrorNotice, useCall, useLocalized, useText } from '#platform/web';
import type { Overview } from '../../contract/index.ts';
import { Figure } from '../charts/figure.tsx';
import { Lines } from '../charts/lines.tsx';
import { ReportTable } from '../charts/report-table.tsx';
import { useFormats } from '../charts/use-formats.ts';
import type { Days } from '../days.rules.ts';
import { useRefusals } from '../refusals.ts';
import { routesOf, type Whose } from '../routes.ts';
import { analyticsTexts } from '../texts.ts';

/** One event day by day; which one, the reader chooses. */
export function SeriesFigure({
  whose,
  days,
  events,
}: {
  readonly whose: Whose;
  readonly days: Days;
  readonly events: Overview['items'];
}): ReactNode {
  const t = useText(analyticsTexts);
  const localized = useLocalized();
  const refusals = useRefusals();
  const { number, day } = useFormats();
  const [chosen, setChosen] = useState<string>();
  const event = events.some((item) => item.event === chosen) ? chosen : events[0]?.event;
  const { data, error, refetch } = useCall(
    routesOf(whose).series,
    { query: { ...days, event: event ?? '' } },
    { enabled: event !== undefined, keepPrevious: true },
  );
  if (event === undefined) return null;
  const items = data?.items ?? [];
  return (
    <Figure
      title={t('series.title')}
      actions={
        <TextField
          select
          size="small"
          label={t('series.event')}
          value={event}
          onChange={({ target }) => setChosen(target.value)}
          sx={{ minWidth: 180 }}
        >
          {events.map((item) => (
            <MenuItem key={item.event} value={item.event}>
              {item.label === null ? item.event : localized(item.label)}
            </MenuItem>
          ))}
        </TextField>
      }
      chart={
        <Lines
          days={items.map((item) => day(item.day))}
          series={[
            { label: t('series.events'), values: items.map(({ events: times }) => times) },
            { label: t('series.persons'), values: items.map(({ persons }) => persons) },
          ]}
          format={number}
        />
      }
      table={
        <>
          <ErrorNotice error={data === undefined ? error : null} onRetry={refetch} refusals={refusals} />
          <ReportTable
            label={t('series.title')}
            head={[t('series.day'), t('series.events'), t('series.persons')]}
            rows={items.map((item) => ({
              key: item.day,
              cells: [day(item.day), number(item.events), number(item.persons)],
            }))}
          />
        </>
      }
    />
  );
}
