import CloseOutlined from '@mui/icons-material/CloseOutlined';
import { Button, IconButton, Stack, TextField, Typography } from '@mui/material';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useProblemText, useText } from '#platform/web';
import { useMoney } from '../../pieces/index.ts';
import { useShopRefusals } from '../refusals.ts';
import { shopTexts } from '../texts.ts';
import type { PaymentChoice } from './use-payment-choice.ts';

const pattern = /^[A-Za-z0-9-]{3,32}$/;

/** A promo code: checked before the order, and shown with what it takes off. */
export function PromoField({ choice }: { readonly choice: PaymentChoice }): ReactNode {
  const t = useText(shopTexts);
  const money = useMoney();
  const problemText = useProblemText();
  const refusals = useShopRefusals();
  const [typed, setTyped] = useState('');
  const [misspelt, setMisspelt] = useState(false);
  const { promoCode, promoProblem, isPromoPending, sums } = choice;

  if (promoCode !== null && promoProblem === null && !isPromoPending) {
    const remove = (): void => {
      choice.setPromoCode(null);
      setTyped('');
    };
    const amount = money({ amount: sums.discount, currency: sums.currency });
    return (
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <Typography role="status" sx={{ color: 'success.main', fontWeight: 560, overflowWrap: 'anywhere' }}>
          {t('checkout.promo_applied', { code: promoCode, amount })}
        </Typography>
        <IconButton aria-label={t('checkout.promo_remove')} onClick={remove}>
          <CloseOutlined fontSize="small" />
        </IconButton>
      </Stack>
    );
  }
  const apply = (): void => {
    const code = typed.trim().toUpperCase();
    setMisspelt(!pattern.test(code));
    choice.setPromoCode(pattern.test(code) ? code : null);
  };
  const onEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    // Not the whole order: the code only.
    event.preventDefault();
    apply();
  };
  const fault = misspelt
    ? t('checkout.promo_pattern')
    : promoProblem === null
      ? undefined
      : problemText(promoProblem, refusals);
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
      <TextField
        fullWidth
        label={t('checkout.promo')}
        value={typed}
        error={fault !== undefined}
        helperText={fault}
        onChange={({ target }) => {
          setTyped(target.value);
          setMisspelt(false);
          if (promoCode !== null) choice.setPromoCode(null);
        }}
        onKeyDown={onEnter}
        slotProps={{
          htmlInput: { maxLength: 32, autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false },
          formHelperText: { 'aria-live': 'polite' },
        }}
      />
      <Button
        variant="outlined"
        color="inherit"
        loading={isPromoPending}
        disabled={typed.trim() === ''}
        onClick={apply}
        sx={{ height: 56, flexShrink: 0 }}
      >
        {t('checkout.promo_apply')}
      </Button>
    </Stack>
  );
}
