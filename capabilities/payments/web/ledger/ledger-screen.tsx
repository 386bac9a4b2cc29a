import AccountBalanceOutlined from '@mui/icons-material/AccountBalanceOutlined';
import { Button, ButtonBase, Card, Stack, TextField, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { CursorList, EmptyState, Page, useCursorList, useText } from '#platform/web';
import { type LedgerAccount, listLedgerAccounts } from '../../contract/index.ts';
import { useMoney } from '../show/money.ts';
import { useRefusals } from '../show/refusals.ts';
import { paymentsTexts } from '../texts.ts';
import { AccountEntries } from './account-entries.tsx';
import { AdjustmentDialog } from './adjustment-dialog.tsx';

const prefixPattern = /^[A-Za-z0-9_:-]{1,200}$/;

function AccountRow({
  found,
  onOpen,
}: {
  readonly found: LedgerAccount;
  readonly onOpen: () => void;
}): ReactNode {
  const money = useMoney();
  return (
    <ButtonBase
      onClick={onOpen}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        justifyContent: 'space-between',
        columnGap: 2,
        width: '100%',
        textAlign: 'start',
        px: 2,
        py: 1.5,
      }}
    >
      <Typography component="code" variant="body2" sx={{ overflowWrap: 'anywhere', minWidth: 0 }}>
        {found.account}
      </Typography>
      <Typography sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', ml: 'auto' }}>
        {money(found.balance, found.currency)}
      </Typography>
    </ButtonBase>
  );
}

/** `/admin/ledger`: accounts with balances, the entries of one (`?account=`), and corrections of credits. */
export function LedgerScreen(): ReactNode {
  const t = useText(paymentsTexts);
  const refusals = useRefusals();
  const [parameters, setParameters] = useSearchParams();
  const account = parameters.get('account') ?? '';
  const [typed, setTyped] = useState('');
  const [adjusting, setAdjusting] = useState(false);
  const wrong = typed !== '' && !prefixPattern.test(typed);
  const prefix = typed === '' || wrong ? undefined : typed;
  const list = useCursorList(listLedgerAccounts, { query: { prefix } }, { keepPrevious: true });
  return (
    <Page
      title={t('ledger.title')}
      help={t('ledger.help')}
      width="narrow"
      actions={
        <Button variant="outlined" onClick={() => setAdjusting(true)}>
          {t('ledger.adjust')}
        </Button>
      }
    >
      {account === '' ? (
        <Stack spacing={2}>
          <TextField
            label={t('ledger.prefix')}
            value={typed}
            error={wrong}
            helperText={wrong ? t('ledger.prefix_wrong') : t('ledger.prefix_help')}
            onChange={({ target }) => setTyped(target.value.trim())}
            slotProps={{ htmlInput: { maxLength: 200, autoCapitalize: 'none', spellCheck: false } }}
          />
          <Card>
            <CursorList
              list={list}
              keyOf={(found) => `${found.account} ${found.currency}`}
              label={t('ledger.accounts')}
              gap={0}
              empty={<EmptyState icon={AccountBalanceOutlined} title={t('ledger.empty')} />}
            >
              {(found) => (
                <AccountRow found={found} onOpen={() => setParameters({ account: found.account })} />
              )}
            </CursorList>
          </Card>
        </Stack>
      ) : (
        <AccountEntries account={account} onBack={() => setParameters({})} />
      )}
      <AdjustmentDialog open={adjusting} refusals={refusals} onClose={() => setAdjusting(false)} />
    </Page>
  );
}
