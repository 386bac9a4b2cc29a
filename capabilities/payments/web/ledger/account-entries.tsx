import { Box, Button, Card, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { CursorList, EmptyState, useCursorList, useText } from '#platform/web';
import { type LedgerEntry, listLedgerEntries } from '../../contract/index.ts';
import { useEntryName } from '../show/entry-name.ts';
import { useInstant, useMoney } from '../show/money.ts';
import { paymentsTexts } from '../texts.ts';

function EntryRow({ entry }: { readonly entry: LedgerEntry }): ReactNode {
  const money = useMoney();
  const instant = useInstant();
  const nameOf = useEntryName();
  const { kind, amount, currency, reason, subject_id: subject, at } = entry;
  return (
    <Stack direction="row" spacing={2} sx={{ px: 2, py: 1.5, justifyContent: 'space-between' }}>
      <Box sx={{ minWidth: 0 }}>
        <Typography>{nameOf(kind, amount)}</Typography>
        {reason === null ? null : (
          <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            {reason}
          </Typography>
        )}
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {instant(at)} · <code>{kind}</code>
          {subject === null ? null : ` · ${subject}`}
        </Typography>
      </Box>
      <Typography sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
        {amount > 0 ? '+' : ''}
        {money(amount, currency)}
      </Typography>
    </Stack>
  );
}

/** Everything that changed one account, newest first. */
export function AccountEntries({
  account,
  onBack,
}: {
  readonly account: string;
  readonly onBack: () => void;
}): ReactNode {
  const t = useText(paymentsTexts);
  const list = useCursorList(listLedgerEntries, { query: { account } });
  return (
    <Stack spacing={2}>
      <div>
        <Button color="inherit" variant="outlined" size="small" onClick={onBack}>
          {t('ledger.back')}
        </Button>
      </div>
      <Typography variant="h2" sx={{ overflowWrap: 'anywhere', fontSize: '1.125rem' }}>
        {account}
      </Typography>
      <Card>
        <CursorList
          list={list}
          keyOf={({ id }) => id}
          label={t('ledger.entries')}
          gap={0}
          empty={<EmptyState title={t('ledger.entries_empty')} />}
        >
          {(entry) => <EntryRow entry={entry} />}
        </CursorList>
      </Card>
    </Stack>
  );
}
