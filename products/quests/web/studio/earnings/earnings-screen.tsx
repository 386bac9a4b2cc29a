import { Box, Button, Card, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { OwnerDashboard } from '#capabilities/analytics/web';
import { ErrorNotice, ListSkeleton, LocaleNumber, Page, useCall, useText } from '#platform/web';
import { getEarnings } from '../../../contract/index.ts';
import { Price } from '../../pieces/index.ts';
import { Section } from '../description/section.tsx';
import { studioTexts } from '../texts.ts';
import { PayoutList } from './payout-list.tsx';
import { RequestDialog } from './request-dialog.tsx';

function SumCard(props: {
  readonly name: string;
  readonly amount: number;
  readonly currency: string;
  readonly help?: string;
  readonly action?: ReactNode;
}): ReactNode {
  const { name, amount, currency, help, action } = props;
  return (
    <Card sx={{ p: 2.5, display: 'grid', gap: 0.5, alignContent: 'start' }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {name}
      </Typography>
      <Typography variant="h2" component="p" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        <Price price={{ amount, currency }} free={false} />
      </Typography>
      {help === undefined ? null : (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {help}
        </Typography>
      )}
      {action === undefined ? null : <Box sx={{ mt: 1 }}>{action}</Box>}
    </Card>
  );
}

function EarningCards(): ReactNode {
  const t = useText(studioTexts);
  const [isAsking, setIsAsking] = useState(false);
  const { data, error, refetch } = useCall(getEarnings, {});
  if (data === undefined)
    return error === null ? (
      <ListSkeleton rows={2} height={112} />
    ) : (
      <ErrorNotice error={error} onRetry={refetch} />
    );
  const { payable, pending, paid_out, currency, minimum, share } = data;
  const isEnough = payable >= minimum && payable > 0;
  const ask = (
    <Button variant="contained" disabled={!isEnough} onClick={() => setIsAsking(true)}>
      {t('earnings.ask')}
    </Button>
  );
  return (
    <>
      <Box
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, minmax(0, 1fr))' } }}
      >
        <SumCard name={t('earnings.payable')} amount={payable} currency={currency} action={ask} />
        <SumCard
          name={t('earnings.pending')}
          amount={pending}
          currency={currency}
          help={t('earnings.pending_help')}
        />
        <SumCard name={t('earnings.paid_out')} amount={paid_out} currency={currency} />
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('earnings.share')} <LocaleNumber value={share} options={{ style: 'percent' }} />
        {'. '}
        {t('earnings.minimum')} <Price price={{ amount: minimum, currency }} free={false} />.
      </Typography>
      {isAsking ? <RequestDialog earnings={data} onClose={() => setIsAsking(false)} /> : null}
    </>
  );
}

/** What the author's quests brought, and how it is paid out. */
export function EarningsScreen(): ReactNode {
  const t = useText(studioTexts);
  return (
    <Page title={t('earnings.title')} help={t('earnings.help')}>
      <Stack spacing={5}>
        <Stack spacing={2}>
          <EarningCards />
        </Stack>
        <Section title={t('earnings.payouts')}>
          <PayoutList />
        </Section>
        <Section title={t('earnings.dashboard')} help={t('earnings.dashboard_help')}>
          <OwnerDashboard funnel="quests.play" />
        </Section>
      </Stack>
    </Page>
  );
}
