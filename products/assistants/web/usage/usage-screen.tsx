import QueryStatsOutlined from '@mui/icons-material/QueryStatsOutlined';
import { Box, Button, Stack } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { EmptyState, ErrorNotice, ListSkeleton, Page, useCall, useText } from '#platform/web';
import { getUsage, type UsageReport } from '../../contract/index.ts';
import { administers } from '../pieces/administers.rules.ts';
import { useMyCompany } from '../pieces/use-my-company.ts';
import { usePeople } from '../pieces/use-people.ts';
import { Breakdown } from './breakdown.tsx';
import { BudgetNotice } from './budgets/budget-notice.tsx';
import { BudgetsCard } from './budgets/budgets-card.tsx';
import { CsvMenu } from './csv-menu.tsx';
import { type DayColumn, DayFigure } from './day-figure.tsx';
import { Facts } from './facts.tsx';
import { MeasureSwitch } from './measure-switch.tsx';
import { statsPath } from './paths.ts';
import { PeriodSelect, useDays } from './period-select.tsx';
import { useUsageRefusals } from './refusals.ts';
import { tablesOf } from './report-tables.ts';
import { usageTexts } from './texts.ts';
import { filledDays, type Measure } from './usage.rules.ts';
import { useFormats } from './use-formats.ts';
import { useRoleName } from './use-role-name.ts';

function Report({ report }: { readonly report: UsageReport }): ReactNode {
  const t = useText(usageTexts);
  const roleName = useRoleName();
  const people = usePeople();
  const company = useMyCompany();
  const formats = useFormats(report.currency);
  const [measure, setMeasure] = useState<Measure>('requests');
  const { total, budgets, by_role: byRole, by_user: byUser, by_model: byModel, currency } = report;
  const showsPeople = administers(company) && company?.personal === false;
  const columns: readonly DayColumn<UsageReport['by_day'][number]>[] = [
    { label: t('measure.requests'), measure: 'requests', amountOf: (line) => line.requests },
    { label: t('total.input'), measure: 'tokens', amountOf: (line) => line.input_tokens },
    { label: t('total.output'), measure: 'tokens', amountOf: (line) => line.output_tokens },
    { label: t('measure.cost'), measure: 'cost', amountOf: (line) => line.cost },
  ];
  return (
    <Stack spacing={2}>
      <BudgetNotice whose="company" budget={budgets.company} formats={formats} />
      <BudgetNotice whose="mine" budget={budgets.mine} formats={formats} />
      {total.requests === 0 ? (
        <EmptyState
          icon={QueryStatsOutlined}
          title={t('empty')}
          hint={t('empty_hint')}
          action={
            <Button variant="contained" component={Link} to="/assistants">
              {t('ask')}
            </Button>
          }
        />
      ) : (
        <>
          <Facts
            label={t('total.label')}
            facts={[
              { name: t('total.requests'), value: formats.number(total.requests) },
              { name: t('total.input'), value: formats.short(total.input_tokens) },
              { name: t('total.output'), value: formats.short(total.output_tokens) },
              { name: t('total.cost'), value: formats.money(total.cost) },
            ]}
          />
          <DayFigure
            days={filledDays(report)}
            columns={columns}
            measure={measure}
            formats={formats}
            actions={<MeasureSwitch measure={measure} onChange={setMeasure} />}
          />
          <Box
            sx={{
              display: 'grid',
              gap: 2,
              alignItems: 'start',
              gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
            }}
          >
            <Breakdown
              title={t('by_role')}
              measure={measure}
              formats={formats}
              lines={byRole.map((line) => ({
                ...line,
                key: line.role,
                name: roleName(line.role),
                to: statsPath(line.role),
              }))}
            />
            {showsPeople ? (
              <Breakdown
                title={t('by_person')}
                measure={measure}
                formats={formats}
                lines={byUser.map((line) => ({
                  ...line,
                  key: line.user_id ?? 'gone',
                  name: people.nameOf(line.user_id),
                }))}
              />
            ) : null}
            {byModel.length === 0 ? null : (
              <Breakdown
                title={t('by_model')}
                measure={measure}
                formats={formats}
                lines={byModel.map((line) => ({ ...line, key: line.model, name: line.model }))}
              />
            )}
          </Box>
        </>
      )}
      <BudgetsCard budgets={budgets} company={company} currency={currency} formats={formats} />
    </Stack>
  );
}

/** What the assistants used, and the budgets that bound it. */
export function UsageScreen(): ReactNode {
  const t = useText(usageTexts);
  const refusals = useUsageRefusals();
  const company = useMyCompany();
  const roleOf = useRoleName();
  const { nameOf: personOf } = usePeople();
  const [days, setDays] = useDays();
  const { data, error, refetch } = useCall(getUsage, { query: { days } }, { keepPrevious: true });
  const table = (name: 'days' | 'roles' | 'people' | 'models') => () =>
    data === undefined
      ? []
      : tablesOf(
          data,
          {
            day: t('day'),
            role: t('role'),
            person: t('person'),
            model: t('model'),
            requests: t('measure.requests'),
            input: t('total.input'),
            output: t('total.output'),
            cost: t('measure.cost'),
          },
          { roleOf, personOf },
        )[name];
  const isAdministrator = administers(company) && company?.personal === false;
  return (
    <Page
      title={t('title')}
      help={isAdministrator ? t('help_company', { name: company?.name ?? '' }) : t('help')}
      actions={
        <>
          <PeriodSelect days={days} onChange={setDays} />
          {data === undefined || data.total.requests === 0 ? null : (
            <CsvMenu
              file={`${t('csv.file')} ${data.from} ${data.to}`}
              tables={[
                { name: t('csv.by_day'), rows: table('days') },
                { name: t('csv.by_role'), rows: table('roles') },
                ...(isAdministrator ? [{ name: t('csv.by_person'), rows: table('people') }] : []),
                { name: t('csv.by_model'), rows: table('models') },
              ]}
            />
          )}
        </>
      }
    >
      <Stack spacing={2}>
        <ErrorNotice error={error} onRetry={refetch} refusals={refusals} />
        {data === undefined ? (
          error === null ? (
            <ListSkeleton rows={4} height={96} />
          ) : null
        ) : (
          <Report report={data} />
        )}
      </Stack>
    </Page>
  );
}
