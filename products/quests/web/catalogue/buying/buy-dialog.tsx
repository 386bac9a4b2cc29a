import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
  Switch,
  TextField,
  Typography,
  useMediaQuery,
} from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { getWallet } from '#capabilities/payments/contract';
import { ErrorNotice, useCall, useNotice, useSend, useSession, useText } from '#platform/web';
import { getMyQuest, listOrders, placeOrder, type QuestDetail } from '../../../contract/index.ts';
import { useMoney } from '../../pieces/index.ts';
import { useCatalogueRefusals } from '../refusals.ts';
import { catalogueTexts } from '../texts.ts';
import { emailPattern, orderOf, type PayMethod, sumsOf } from './buy.rules.ts';
import { type AppliedPromo, PromoField } from './promo-field.tsx';
import { SumLines } from './sum-lines.tsx';

interface BuyDialogProps {
  readonly quest: Pick<QuestDetail, 'id' | 'title' | 'price'>;
  readonly onClose: () => void;
  /** There was nothing left to pay: the quest can be played. */
  readonly onOwned: () => void;
  /** Goes to the page of the payment service; for tests. */
  readonly leave?: (url: string) => void;
}

const leaveFor = (url: string): void => window.location.assign(url);

/** Code, credits, method and receipt; then the payment service, or straight to play when nothing is left to pay. */
export function BuyDialog({ quest, onClose, onOwned, leave = leaveFor }: BuyDialogProps): ReactNode {
  const t = useText(catalogueTexts);
  const money = useMoney();
  const navigate = useNavigate();
  const notice = useNotice();
  const refusals = useCatalogueRefusals();
  const { user } = useSession();
  const titleId = useId();
  const methodId = useId();
  const phone = useMediaQuery('(max-width: 599px)');
  const [promo, setPromo] = useState<AppliedPromo | null>(null);
  const [useCredits, setUseCredits] = useState(false);
  const [method, setMethod] = useState<PayMethod>('bank_card');
  const [email, setEmail] = useState(user?.email ?? '');
  const [left, setLeft] = useState(false);
  const wallet = useCall(getWallet, { query: { limit: 1 } });
  const { amount: price, currency } = quest.price;
  const balance = wallet.data?.balances.find((one) => one.currency === currency)?.amount ?? 0;
  const sums = sumsOf(price, promo?.discount ?? 0, balance, useCredits);
  const usable = Math.min(balance, sums.price - sums.discount);
  const emailWrong = sums.due > 0 && !emailPattern.test(email.trim());
  const buy = useSend(placeOrder, {
    invalidates: [getMyQuest, listOrders, getWallet],
    onSuccess: (order) => {
      const url = order.payment?.confirmation_url ?? null;
      if (order.state === 'paid') {
        notice.success(t('buy.done'));
        onClose();
        onOwned();
      } else if (url !== null) {
        setLeft(true);
        leave(url);
      } else {
        void navigate(`/orders/${order.id}`);
      }
    },
  });
  const busy = buy.isPending || left;
  return (
    <Dialog
      open
      fullWidth
      maxWidth="xs"
      fullScreen={phone}
      aria-labelledby={titleId}
      onClose={() => {
        if (!busy) onClose();
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (busy || emailWrong) return;
          const choice = { questId: quest.id, promoCode: promo?.code ?? '', useCredits, method, email };
          buy.mutate({ body: orderOf(choice, sums.due) });
        }}
        style={{ display: 'contents' }}
      >
        <DialogTitle id={titleId} sx={{ pb: 0.5 }}>
          {t('buy.title')}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2.5, alignContent: 'start' }}>
          <Typography sx={{ color: 'text.secondary' }}>{quest.title}</Typography>
          <ErrorNotice error={buy.error} refusals={refusals} />
          <PromoField questId={quest.id} applied={promo} onChange={setPromo} />
          {usable > 0 ? (
            <FormControlLabel
              label={t('buy.credits', { amount: money({ amount: usable, currency }) })}
              control={
                <Switch checked={useCredits} onChange={({ target }) => setUseCredits(target.checked)} />
              }
            />
          ) : null}
          {sums.due === 0 ? null : (
            <>
              <FormControl>
                <FormLabel id={methodId}>{t('buy.method')}</FormLabel>
                <RadioGroup
                  aria-labelledby={methodId}
                  value={method}
                  onChange={({ target }) => setMethod(target.value === 'sbp' ? 'sbp' : 'bank_card')}
                >
                  <FormControlLabel value="bank_card" control={<Radio />} label={t('buy.card')} />
                  <FormControlLabel value="sbp" control={<Radio />} label={t('buy.sbp')} />
                </RadioGroup>
              </FormControl>
              <TextField
                fullWidth
                type="email"
                label={t('buy.email')}
                value={email}
                onChange={({ target }) => setEmail(target.value)}
                error={emailWrong && email !== ''}
                helperText={emailWrong && email !== '' ? t('buy.email_wrong') : undefined}
                slotProps={{ htmlInput: { autoComplete: 'email', maxLength: 254, inputMode: 'email' } }}
              />
            </>
          )}
          <SumLines sums={sums} currency={currency} />
          {sums.due === 0 ? null : (
            <Typography variant="caption" sx={{ color: 'text.secondary' }}>
              {t('buy.note')}
            </Typography>
          )}
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose} disabled={busy}>
            {t('buy.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy} disabled={emailWrong}>
            {sums.due === 0 ? t('buy.take') : t('buy.pay', { amount: money({ amount: sums.due, currency }) })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
