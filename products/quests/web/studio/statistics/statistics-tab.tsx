import InsightsOutlined from '@mui/icons-material/InsightsOutlined';
import { Box, Card, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { SubjectFunnel } from '#capabilities/analytics/web';
import { EmptyState, ErrorNotice, ListSkeleton, LocaleNumber, useCall, useText } from '#platform/web';
import { questFigures } from '../../../contract/index.ts';
import { Duration } from '../../pieces/index.ts';
import { Section } from '../description/section.tsx';
import { useDeskState } from '../draft/desk-context.ts';
import { studioTexts } from '../texts.ts';
import { PointFiguresTable } from './point-figures-table.tsx';

function Figure({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <Card sx={{ p: 2 }}>
      <Typography variant="h2" component="dd" sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}>
        {children}
      </Typography>
      <Typography variant="body2" component="dt" sx={{ color: 'text.secondary' }}>
        {name}
      </Typography>
    </Card>
  );
}

/** How players fare: point by point, and from looking at the quest to writing about it. */
export function StatisticsTab(): ReactNode {
  const t = useText(studioTexts);
  const { id } = useDeskState().base;
  const { data, error, refetch } = useCall(questFigures, { params: { id } });
  if (data === undefined)
    return error === null ? (
      <ListSkeleton rows={4} height={72} />
    ) : (
      <ErrorNotice error={error} onRetry={refetch} />
    );
  if (data.started === 0)
    return <EmptyState icon={InsightsOutlined} title={t('figures.empty')} hint={t('figures.empty_help')} />;
  const share = data.finished / data.started;
  return (
    <Stack spacing={5}>
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(4, minmax(0, 1fr))' },
          '& > div': { display: 'flex', flexDirection: 'column' },
        }}
      >
        <Figure name={t('figures.started')}>
          <LocaleNumber value={data.started} />
        </Figure>
        <Figure name={t('figures.active')}>
          <LocaleNumber value={data.active} />
        </Figure>
        <Figure name={t('figures.finished')}>
          <LocaleNumber value={data.finished} />{' '}
          <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
            <LocaleNumber value={share} options={{ style: 'percent' }} />
          </Typography>
        </Figure>
        <Figure name={t('figures.median')}>
          {data.median_minutes === null ? '—' : <Duration minutes={Math.max(1, data.median_minutes)} />}
        </Figure>
      </Box>
      <Section title={t('figures.by_point')} help={t('figures.by_point_help')}>
        <PointFiguresTable points={data.points} started={data.started} />
      </Section>
      <Section title={t('figures.funnel')}>
        <SubjectFunnel funnel="quests.play" subjectId={id} />
      </Section>
    </Stack>
  );
}
