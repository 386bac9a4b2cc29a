import {
  Checkbox,
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
  Stack,
  Typography,
} from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useLanguage, useText } from '#platform/web';
import { moneyText } from '../../pieces/index.ts';
import { shopTexts } from '../texts.ts';
import { PromoField } from './promo-field.tsx';
import type { PaymentChoice } from './use-payment-choice.ts';

/** Promo code, credits, and the way to pay what is left. */
export function PaymentFields({ choice }: { readonly choice: PaymentChoice }): ReactNode {
  const t = useText(shopTexts);
  const language = useLanguage();
  const labelId = useId();
  const { sums, credits, useCredits, method } = choice;
  return (
    <Stack spacing={2}>
      <PromoField choice={choice} />
      {credits === 0 ? null : (
        <FormControlLabel
          control={
            <Checkbox checked={useCredits} onChange={({ target }) => choice.setUseCredits(target.checked)} />
          }
          label={
            <>
              {t('checkout.use_credits')}{' '}
              <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
                {t('checkout.credits_have', {
                  amount: moneyText({ amount: credits, currency: 'RUB' }, language),
                })}
              </Typography>
            </>
          }
        />
      )}
      {sums.due === 0 || sums.currency !== 'RUB' ? null : (
        <FormControl>
          <FormLabel id={labelId}>{t('checkout.method')}</FormLabel>
          <RadioGroup
            aria-labelledby={labelId}
            value={method}
            onChange={({ target }) => choice.setMethod(target.value === 'sbp' ? 'sbp' : 'bank_card')}
          >
            <FormControlLabel value="bank_card" control={<Radio />} label={t('checkout.bank_card')} />
            <FormControlLabel value="sbp" control={<Radio />} label={t('checkout.sbp')} />
          </RadioGroup>
        </FormControl>
      )}
    </Stack>
  );
}
