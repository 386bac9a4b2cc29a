import { Box } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ErrorNotice, ListSkeleton, useCall } from '#platform/web';
import { readMyFunnel } from '../../contract/index.ts';
import { type Days, lastDays } from '../days.rules.ts';
import { useRefusals } from '../refusals.ts';
import { CsvButton } from './csv-button.tsx';
import { DaysForm } from './days-form.tsx';
import { DetailFigure, FunnelFigure } from './funnel-figure.tsx';

/** The funnel of one subject of the signed-in owner. */
export function SubjectReport({
  funnel,
  subjectId,
}: {
  readonly funnel: string;
  readonly subjectId: string;
}): ReactNode {
  const refusals = useRefusals();
  const [days, setDays] = useState<Days>(() => lastDays(30, new Date()));
  const { data, error, refetch } = useCall(
    readMyFunnel,
    { params: { name: funnel }, query: { ...days, subject_id: subjectId } },
    { keepPrevious: true },
  );
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start' }}>
        <DaysForm days={days} onChange={setDays} />
        <CsvButton whose="mine" report="funnel" funnel={funnel} subjectId={subjectId} days={days} />
      </Box>
      <ErrorNotice error={data === undefined ? error : null} onRetry={refetch} refusals={refusals} />
      {data === undefined && error === null ? <ListSkeleton rows={4} height={56} /> : null}
      {data === undefined ? null : (
        <>
          <FunnelFigure report={data} />
          <DetailFigure report={data} />
        </>
      )}
    </Box>
  );
}
