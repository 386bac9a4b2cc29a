import { Box } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ErrorNotice, ListSkeleton, useCall } from '#platform/web';
import { type Days, lastDays } from '../days.rules.ts';
import { useRefusals } from '../refusals.ts';
import { routesOf, type Whose } from '../routes.ts';
import { CohortFigure } from './cohort-figure.tsx';
import { CsvButton } from './csv-button.tsx';
import { DaysForm } from './days-form.tsx';
import { FunnelFigure } from './funnel-figure.tsx';
import { OverviewFigure } from './overview-figure.tsx';
import { SeriesFigure } from './series-figure.tsx';

export interface DashboardProps {
  readonly whose: Whose;
  /** Without one: events of everything, no funnel. */
  readonly funnel?: string | undefined;
  /** Controls beside the days. */
  readonly controls?: ReactNode;
}

function Funnel({ whose, funnel, days }: { whose: Whose; funnel: string; days: Days }): ReactNode {
  const refusals = useRefusals();
  const { data, error, refetch } = useCall(
    routesOf(whose).funnel,
    { params: { name: funnel }, query: days },
    { keepPrevious: true },
  );
  if (data === undefined) return <ErrorNotice error={error} onRetry={refetch} refusals={refusals} />;
  return <FunnelFigure report={data} />;
}

/** All reports of some days: funnel, events, days, who comes back, and a download. */
export function Dashboard({ whose, funnel, controls }: DashboardProps): ReactNode {
  const refusals = useRefusals();
  const [days, setDays] = useState<Days>(() => lastDays(30, new Date()));
  const routes = routesOf(whose);
  const overview = useCall(routes.overview, { query: { ...days, funnel } }, { keepPrevious: true });
  const cohorts = useCall(routes.cohorts, { query: days }, { keepPrevious: true });
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start' }}>
        <DaysForm days={days} onChange={setDays} />
        {controls}
        <CsvButton whose={whose} report="daily" funnel={funnel} days={days} />
      </Box>
      {funnel === undefined ? null : <Funnel whose={whose} funnel={funnel} days={days} />}
      <ErrorNotice
        error={overview.data === undefined ? overview.error : null}
        onRetry={overview.refetch}
        refusals={refusals}
      />
      {overview.data === undefined && overview.error === null ? <ListSkeleton rows={5} height={56} /> : null}
      {overview.data === undefined ? null : (
        <>
          <OverviewFigure report={overview.data} />
          <SeriesFigure whose={whose} days={days} events={overview.data.items} />
        </>
      )}
      {cohorts.data === undefined ? null : <CohortFigure report={cohorts.data} />}
    </Box>
  );
}
