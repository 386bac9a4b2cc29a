import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined';
import { Box, Button, Card, Chip, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { CursorList, EmptyState, Page, RelativeTime, useCursorList, useText } from '#platform/web';
import { listAllPayments, type OperatorPayment } from '../../contract/index.ts';
import { useMoney } from '../show/money.ts';
import { StatusChip } from '../show/status-chip.tsx';
import { paymentsTexts } from '../texts.ts';
import { dayStart, idOf } from './payment-filters.rules.ts';

const statuses = ['created', 'pending', 'held', 'succeeded', 'canceled'] as const;
const providers = ['yookassa', 'stripe', 'sandbox'] as const;
const purposePattern = /^[a-z][a-z0-9_-]*\.[a-z0-9_]+$/;

function PaymentRow({ payment }: { readonly payment: OperatorPayment }): ReactNode {
  const t = useText(paymentsTexts);
  const money = useMoney();
  const { id, amount, currency, status, provider, purpose, mismatched, created_at } = payment;
  return (
    <Card
      component={Link}
      to={`/admin/payments/${id}`}
      sx={{ display: 'block', px: 2, py: 1.5, color: 'inherit', textDecoration: 'none' }}
    >
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography sx={{ fontWeight: 560 }}>{money(amount, currency)}</Typography>
        <StatusChip status={status} />
        {mismatched ? <Chip size="small" color="error" label={t('admin.mismatched')} /> : null}
        <Box sx={{ flex: 1 }} />
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          <RelativeTime value={created_at} />
        </Typography>
      </Stack>
      <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {purpose} · {provider}
      </Typography>
    </Card>
  );
}

/** All payments for operators; the filter stands in the address bar. */
export function PaymentsScreen(): ReactNode {
  const t = useText(paymentsTexts);
  const [parameters, setParameters] = useSearchParams();
  const status = statuses.find((one) => one === parameters.get('status'));
  const provider = providers.find((one) => one === parameters.get('provider'));
  const given = parameters.get('purpose') ?? '';
  const [typed, setTyped] = useState(given);
  const payer = idOf(parameters.get('payer') ?? '');
  const [typedPayer, setTypedPayer] = useState(parameters.get('payer') ?? '');
  const firstDay = parameters.get('from') ?? '';
  const lastDay = parameters.get('until') ?? '';
  const isBackwards = firstDay !== '' && lastDay !== '' && lastDay < firstDay;
  const from = dayStart(firstDay);
  const until = isBackwards ? undefined : dayStart(lastDay, 1);
  const purpose = purposePattern.test(given) ? given : undefined;

  const filter = (name: string, value: string): void => {
    const next = { ...Object.fromEntries(parameters), [name]: value };
    setParameters(Object.fromEntries(Object.entries(next).filter(([, one]) => one !== '')), {
      replace: true,
    });
  };
  const list = useCursorList(
    listAllPayments,
    { query: { status, provider, purpose, payer_id: payer, from, until } },
    { keepPrevious: true },
  );
  const select = { select: { displayEmpty: true }, inputLabel: { shrink: true } };
  return (
    <Page title={t('admin.title')} help={t('admin.help')}>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          mb: 3,
          gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(3, minmax(0, 1fr))' },
          alignItems: 'start',
        }}
      >
        <TextField
          select
          label={t('admin.status')}
          value={status ?? ''}
          onChange={({ target }) => filter('status', target.value)}
          slotProps={select}
        >
          <MenuItem value="">{t('admin.any')}</MenuItem>
          {statuses.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`status.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('admin.provider')}
          value={provider ?? ''}
          onChange={({ target }) => filter('provider', target.value)}
          slotProps={select}
        >
          <MenuItem value="">{t('admin.any')}</MenuItem>
          {providers.map((one) => (
            <MenuItem key={one} value={one}>
              {one}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label={t('admin.purpose')}
          value={typed}
          error={typed !== '' && !purposePattern.test(typed)}
          onChange={({ target }) => {
            const text = target.value.trim();
            setTyped(text);
            if (text === '' || purposePattern.test(text)) filter('purpose', text);
          }}
          slotProps={{ htmlInput: { maxLength: 100 } }}
        />
        <TextField
          label={t('admin.payer_filter')}
          value={typedPayer}
          error={typedPayer !== '' && idOf(typedPayer) === undefined}
          helperText={
            typedPayer !== '' && idOf(typedPayer) === undefined ? t('admin.payer_wrong') : undefined
          }
          onChange={({ target }) => {
            setTypedPayer(target.value);
            filter('payer', idOf(target.value) ?? '');
          }}
          slotProps={{ htmlInput: { maxLength: 40, spellCheck: false } }}
        />
        {(['from', 'until'] as const).map((end) => (
          <TextField
            key={end}
            type="date"
            label={t(`admin.${end}`)}
            value={end === 'from' ? firstDay : lastDay}
            error={isBackwards}
            helperText={isBackwards && end === 'until' ? t('admin.period_wrong') : undefined}
            onChange={({ target }) => filter(end, target.value)}
            slotProps={{ inputLabel: { shrink: true } }}
          />
        ))}
        {[...parameters].length === 0 && typed === '' && typedPayer === '' ? null : (
          <Button
            color="inherit"
            onClick={() => {
              setTyped('');
              setTypedPayer('');
              setParameters({}, { replace: true });
            }}
            sx={{ justifySelf: 'start' }}
          >
            {t('admin.clear')}
          </Button>
        )}
      </Box>
      <CursorList
        list={list}
        keyOf={({ id }) => id}
        label={t('admin.label')}
        gap={1}
        empty={
          <Card>
            <EmptyState icon={PaymentsOutlined} title={t('admin.empty')} hint={t('admin.empty_hint')} />
          </Card>
        }
      >
        {(payment) => <PaymentRow payment={payment} />}
      </CursorList>
    </Page>
  );
}
