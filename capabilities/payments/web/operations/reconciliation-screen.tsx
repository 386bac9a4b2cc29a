import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import { Button, Card, Stack, TextField, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import {
  CursorList,
  EmptyState,
  ErrorNotice,
  Page,
  useCursorList,
  useNotice,
  useSend,
  useText,
} from '#platform/web';
import {
  getReport,
  listReports,
  type ReconciliationDifference,
  type ReconciliationReport,
  runReconciliation,
} from '../../contract/index.ts';
import { useRefusals } from '../show/refusals.ts';
import { paymentsTexts } from '../texts.ts';

function DifferenceRow({ difference }: { readonly difference: ReconciliationDifference }): ReactNode {
  const t = useText(paymentsTexts);
  const { object, kind, provider_id, ours, theirs } = difference;
  return (
    <Stack sx={{ py: 1 }}>
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {t(`reconciliation.object_${object}`)} <code>{provider_id}</code>: {t(`reconciliation.${kind}`)}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {[
          ...(ours === null ? [] : [t('reconciliation.ours', { text: ours })]),
          ...(theirs === null ? [] : [t('reconciliation.theirs', { text: theirs })]),
        ].join(' · ')}
      </Typography>
    </Stack>
  );
}

function Differences({ id }: { readonly id: string }): ReactNode {
  const t = useText(paymentsTexts);
  const list = useCursorList(getReport, { params: { id }, query: {} });
  return (
    <CursorList
      list={list}
      keyOf={(difference) => difference.id}
      label={t('reconciliation.differences_label')}
      gap={0}
      empty={<Typography>{t('reconciliation.clean')}</Typography>}
    >
      {(difference) => <DifferenceRow difference={difference} />}
    </CursorList>
  );
}

function ReportRow({ report }: { readonly report: ReconciliationReport }): ReactNode {
  const t = useText(paymentsTexts);
  const [open, setOpen] = useState(false);
  const { id, provider, day, payments_checked: payments, refunds_checked: refunds, differences } = report;
  return (
    <Card sx={{ px: 2, py: 1.5 }}>
      <Stack direction="row" spacing={2} sx={{ justifyContent: 'space-between', alignItems: 'center' }}>
        <Stack sx={{ minWidth: 0 }}>
          <Typography sx={{ fontWeight: 560 }}>
            {day} · {provider}
          </Typography>
          <Typography variant="body2" sx={{ color: differences > 0 ? 'error.main' : 'text.secondary' }}>
            {differences > 0
              ? t('reconciliation.differences', { count: differences })
              : t('reconciliation.clean')}
            {' · '}
            {t('reconciliation.counts', { payments, refunds })}
          </Typography>
        </Stack>
        {differences === 0 ? null : (
          <Button color="inherit" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('reconciliation.hide') : t('reconciliation.show')}
          </Button>
        )}
      </Stack>
      {open ? <Differences id={id} /> : null}
    </Card>
  );
}

/** Reports of the nightly comparison, and a comparison at once. */
export function ReconciliationScreen(): ReactNode {
  const t = useText(paymentsTexts);
  const refusals = useRefusals();
  const notice = useNotice();
  const [day, setDay] = useState(() => new Date().toISOString().slice(0, 10));
  const list = useCursorList(listReports, { query: {} });
  const run = useSend(runReconciliation, {
    onSuccess: () => notice.success(t('reconciliation.done')),
    invalidates: [listReports],
  });
  return (
    <Page title={t('reconciliation.title')} help={t('reconciliation.help')} width="narrow">
      <Stack spacing={2}>
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5}>
          <TextField
            type="date"
            label={t('reconciliation.day')}
            value={day}
            onChange={({ target }) => setDay(target.value)}
            slotProps={{ inputLabel: { shrink: true } }}
          />
          <Button
            variant="contained"
            disabled={day === ''}
            loading={run.isPending}
            onClick={() => run.mutate({ body: { day } })}
          >
            {t('reconciliation.run')}
          </Button>
        </Stack>
        <ErrorNotice error={run.error} refusals={refusals} />
        <CursorList
          list={list}
          keyOf={({ id }) => id}
          label={t('reconciliation.label')}
          gap={1}
          empty={
            <Card>
              <EmptyState
                icon={FactCheckOutlined}
                title={t('reconciliation.empty')}
                hint={t('reconciliation.empty_hint')}
              />
            </Card>
          }
        >
          {(report) => <ReportRow report={report} />}
        </CursorList>
      </Stack>
    </Page>
  );
}
