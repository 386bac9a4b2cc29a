import SavingsOutlined from '@mui/icons-material/SavingsOutlined';
import { Button, Card } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { EmptyState, Page, RelativeTime, useCursorList, useText } from '#platform/web';
import { listPayouts, type Payout } from '../../../contract/index.ts';
import { FilterBar } from '../pieces/filter-bar.tsx';
import { FilterSelect } from '../pieces/filter-select.tsx';
import { useMoney } from '../pieces/formats.ts';
import type { Column } from '../pieces/record.ts';
import { Records } from '../pieces/records.tsx';
import { StateChip } from '../pieces/state-chip.tsx';
import { useFilters } from '../pieces/use-filters.ts';
import { operationsTexts } from '../texts.ts';
import { DecideDialog } from './decide-dialog.tsx';

const states = ['requested', 'paid', 'rejected'] as const;
const colors = { requested: 'warning', paid: 'success', rejected: 'default' } as const;

function useColumns(): readonly Column<Payout>[] {
  const t = useText(operationsTexts);
  const money = useMoney();
  return [
    {
      key: 'amount',
      label: t('payouts.amount'),
      numeric: true,
      cell: ({ amount, currency }) => money(amount, currency),
    },
    {
      key: 'state',
      label: t('state'),
      cell: ({ state }) => <StateChip state={state} colors={colors} label={t(`payouts.state_${state}`)} />,
    },
    { key: 'asked', label: t('payouts.asked'), cell: (row) => <RelativeTime value={row.created_at} /> },
    {
      key: 'decided',
      label: t('payouts.decided'),
      cell: ({ decided_at: at }) => (at === null ? t('none') : <RelativeTime value={at} />),
    },
    { key: 'note', label: t('payouts.note'), cell: ({ note }) => note ?? t('none') },
  ];
}

/** What authors ask for, and the decisions. */
export function PayoutsScreen(): ReactNode {
  const t = useText(operationsTexts);
  const filters = useFilters();
  const state = filters.oneOf('state', states);
  const columns = useColumns();
  const list = useCursorList(listPayouts, { query: { state } }, { keepPrevious: true });
  const [deciding, setDeciding] = useState<{ readonly payout: Payout; readonly paid: boolean } | null>(null);
  return (
    <Page title={t('payouts.title')} help={t('payouts.help')}>
      <FilterBar>
        <FilterSelect
          label={t('state')}
          value={state}
          values={states}
          nameOf={(one) => t(`payouts.state_${one}`)}
          onChange={(value) => filters.set('state', value)}
        />
      </FilterBar>
      <Records
        list={list}
        keyOf={({ id }) => id}
        label={t('payouts.label')}
        heading={{
          key: 'author',
          label: t('payouts.author'),
          cell: ({ author }) => author.name || t('gone'),
        }}
        columns={columns}
        actions={(payout) =>
          payout.state === 'requested' ? (
            <>
              <Button size="small" variant="contained" onClick={() => setDeciding({ payout, paid: true })}>
                {t('payouts.pay')}
              </Button>{' '}
              <Button size="small" color="error" onClick={() => setDeciding({ payout, paid: false })}>
                {t('payouts.reject')}
              </Button>
            </>
          ) : null
        }
        empty={
          <Card>
            <EmptyState icon={SavingsOutlined} title={t('payouts.empty')} hint={t('payouts.empty_hint')} />
          </Card>
        }
      />
      {deciding === null ? null : <DecideDialog {...deciding} onClose={() => setDeciding(null)} />}
    </Page>
  );
}
