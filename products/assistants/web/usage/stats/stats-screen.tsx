import ForumOutlined from '@mui/icons-material/ForumOutlined';
import QueryStatsOutlined from '@mui/icons-material/QueryStatsOutlined';
import { Box, Button, Stack } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { EmptyState, ErrorNotice, ListSkeleton, Page, useCall, useText } from '#platform/web';
import { type RoleStats, roleStats } from '../../../contract/index.ts';
import { BackLink } from '../../pieces/back-link.tsx';
import { CsvMenu } from '../csv-menu.tsx';
import { type DayColumn, DayFigure } from '../day-figure.tsx';
import { Facts } from '../facts.tsx';
import { MeasureSwitch } from '../measure-switch.tsx';
import { usagePath } from '../paths.ts';
import { PeriodSelect, useDays } from '../period-select.tsx';
import { useUsageRefusals } from '../refusals.ts';
import { usageTexts } from '../texts.ts';
import { everyDay, type Measure } from '../usage.rules.ts';
import { useFormats } from '../use-formats.ts';
import { useRoleName } from '../use-role-name.ts';
import { FeedbackCard } from './feedback-card.tsx';
import { ToolsCard } from './tools-card.tsx';

function Figures({ stats }: { readonly stats: RoleStats }): ReactNode {
  const t = useText(usageTexts);
  const formats = useFormats(stats.currency);
  const [measure, setMeasure] = useState<Measure>('requests');
  const { from, to, requests, offline_requests: offline, latency_ms: latency } = stats;
  const told = new Map(stats.by_day.map((line) => [line.day, line]));
  const days = everyDay(from, to).map((day) => told.get(day) ?? { day, requests: 0, tokens: 0, cost: 0 });
  const columns: readonly DayColumn<(typeof days)[number]>[] = [
    { label: t('measure.requests'), measure: 'requests', amountOf: (line) => line.requests },
    { label: t('measure.tokens'), measure: 'tokens', amountOf: (line) => line.tokens },
    { label: t('measure.cost'), measure: 'cost', amountOf: (line) => line.cost },
  ];
  const seconds = (ms: number | null): string => (ms === null ? '—' : formats.seconds(ms));
  return (
    <Stack spacing={2}>
      <Facts
        label={t('total.label')}
        facts={[
          {
            name: t('total.requests'),
            value: formats.number(requests),
            note: offline === 0 ? undefined : t('total.offline', { shown: formats.number(offline) }),
          },
          { name: t('total.conversations'), value: formats.number(stats.conversations) },
          { name: t('total.people'), value: formats.number(stats.people) },
          { name: t('total.tokens'), value: formats.short(stats.tokens) },
          { name: t('total.cost'), value: formats.money(stats.cost) },
        ]}
      />
      <Facts
        label={t('latency.label')}
        facts={[
          { name: t('latency.p50'), value: seconds(latency.p50), note: t('latency.p50_note') },
          { name: t('latency.p95'), value: seconds(latency.p95), note: t('latency.p95_note') },
        ]}
      />
      <DayFigure
        days={days}
        columns={columns}
        measure={measure}
        formats={formats}
        actions={<MeasureSwitch measure={measure} onChange={setMeasure} />}
      />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
        }}
      >
        <ToolsCard tools={stats.tools} formats={formats} />
        <FeedbackCard feedback={stats.feedback} formats={formats} />
      </Box>
    </Stack>
  );
}

/** How one assistant is used in the company: figures only, nobody's words. */
export function StatsScreen(): ReactNode {
  const t = useText(usageTexts);
  const { role = '' } = useParams();
  const refusals = useUsageRefusals();
  const roleName = useRoleName();
  const [days, setDays] = useDays();
  const { data, error, refetch } = useCall(
    roleStats,
    { params: { role }, query: { days } },
    { keepPrevious: true },
  );
  const stats = data?.role === role ? data : undefined;
  const dayRows = () => [
    [t('day'), t('measure.requests'), t('measure.tokens'), t('measure.cost')],
    ...(stats?.by_day ?? []).map((line) => [line.day, line.requests, line.tokens, line.cost]),
  ];
  const toolRows = () => [
    [t('tools.name'), t('tools.calls')],
    ...(stats?.tools ?? []).map(({ name, calls }) => [name, calls]),
  ];
  return (
    <Box>
      <BackLink to={usagePath}>{t('back')}</BackLink>
      <Page
        title={roleName(role)}
        help={t('stats.help')}
        actions={
          <>
            <PeriodSelect days={days} onChange={setDays} />
            {stats === undefined || stats.requests === 0 ? null : (
              <CsvMenu
                file={`${t('csv.file')} ${role} ${stats.from} ${stats.to}`}
                tables={[
                  { name: t('csv.by_day'), rows: dayRows },
                  { name: t('csv.tools'), rows: toolRows },
                ]}
              />
            )}
          </>
        }
      >
        <Stack spacing={2}>
          <ErrorNotice error={error} onRetry={refetch} refusals={refusals} />
          {stats === undefined ? (
            error === null ? (
              <ListSkeleton rows={4} height={96} />
            ) : null
          ) : stats.requests === 0 ? (
            <EmptyState
              icon={QueryStatsOutlined}
              title={t('stats.empty')}
              hint={t('empty_hint')}
              action={
                <Button
                  variant="contained"
                  startIcon={<ForumOutlined />}
                  component={Link}
                  to={`/assistants/${role}`}
                >
                  {t('ask')}
                </Button>
              }
            />
          ) : (
            <Figures key={role} stats={stats} />
          )}
        </Stack>
      </Page>
    </Box>
  );
}
