import { Box, Chip, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { CursorList, EmptyState, RelativeTime, useCursorList, useText } from '#platform/web';
import { listMyPayouts, type Payout } from '../../../contract/index.ts';
import { Price } from '../../pieces/index.ts';
import { studioTexts } from '../texts.ts';

const colors = { requested: 'info', paid: 'success', rejected: 'error' } as const;

function PayoutRow({ payout }: { readonly payout: Payout }): ReactNode {
  const t = useText(studioTexts);
  const { amount, currency, state, note, created_at, decided_at } = payout;
  return (
    <Stack
      direction="row"
      spacing={2}
      sx={{ py: 1.5, justifyContent: 'space-between', alignItems: 'flex-start' }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
          <Price price={{ amount, currency }} free={false} />
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('payout.asked')} <RelativeTime value={created_at} />
          {decided_at === null ? null : (
            <>
              {' · '}
              {t('payout.decided')} <RelativeTime value={decided_at} />
            </>
          )}
        </Typography>
        {note === null ? null : (
          <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            {note}
          </Typography>
        )}
      </Box>
      <Chip size="small" color={colors[state]} label={t(`payout.${state}`)} sx={{ flexShrink: 0 }} />
    </Stack>
  );
}

/** Every payout the author asked for, newest first. */
export function PayoutList(): ReactNode {
  const t = useText(studioTexts);
  const list = useCursorList(listMyPayouts, { query: {} });
  return (
    <CursorList
      list={list}
      label={t('earnings.payouts')}
      keyOf={({ id }) => id}
      gap={0}
      empty={<EmptyState title={t('payout.empty')} hint={t('payout.empty_help')} />}
    >
      {(payout) => <PayoutRow payout={payout} />}
    </CursorList>
  );
}
