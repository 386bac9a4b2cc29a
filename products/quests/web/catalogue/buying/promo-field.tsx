import { Button, Chip, Stack, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useProblemText, useSend, useText } from '#platform/web';
import { checkPromo } from '../../../contract/index.ts';
import { useMoney } from '../../pieces/index.ts';
import { useCatalogueRefusals } from '../refusals.ts';
import { catalogueTexts } from '../texts.ts';
import { promoPattern } from './buy.rules.ts';

export interface AppliedPromo {
  readonly code: string;
  /** Minor units. */
  readonly discount: number;
}

interface PromoFieldProps {
  readonly questId: string;
  readonly applied: AppliedPromo | null;
  readonly onChange: (promo: AppliedPromo | null) => void;
}

/** A promo code, checked before it is used. */
export function PromoField({ questId, applied, onChange }: PromoFieldProps): ReactNode {
  const t = useText(catalogueTexts);
  const money = useMoney();
  const problemText = useProblemText();
  const refusals = useCatalogueRefusals();
  const [text, setText] = useState('');
  const [malformed, setMalformed] = useState(false);
  const [currency, setCurrency] = useState('RUB');
  const check = useSend(checkPromo, {
    onSuccess: ({ discount }, { body }) => {
      setCurrency(discount.currency);
      onChange({ code: body.code, discount: discount.amount });
    },
    onError: () => onChange(null),
  });
  const apply = (): void => {
    const code = text.trim();
    setMalformed(!promoPattern.test(code));
    if (promoPattern.test(code)) check.mutate({ body: { code, quest_id: questId } });
  };
  if (applied !== null) {
    const name = t('buy.promo_works', { amount: money({ amount: applied.discount, currency }) });
    return (
      <Chip
        color="success"
        variant="outlined"
        label={`${applied.code.toUpperCase()}: ${name}`}
        title={t('buy.promo_remove')}
        onDelete={() => {
          setText('');
          onChange(null);
        }}
        sx={{ justifySelf: 'start', maxWidth: '100%', height: 36 }}
      />
    );
  }
  const fault = malformed
    ? t('buy.promo_pattern')
    : check.error === null
      ? undefined
      : problemText(check.error, refusals);
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
      <TextField
        fullWidth
        size="small"
        label={t('buy.promo')}
        value={text}
        error={fault !== undefined}
        helperText={fault}
        onChange={({ target }) => {
          setText(target.value);
          setMalformed(false);
          check.reset();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          apply();
        }}
        slotProps={{
          htmlInput: { maxLength: 32, autoCapitalize: 'characters', autoComplete: 'off' },
          formHelperText: { 'aria-live': 'polite' },
        }}
      />
      <Button
        variant="outlined"
        color="inherit"
        disabled={text.trim() === ''}
        loading={check.isPending}
        onClick={apply}
        sx={{ flexShrink: 0 }}
      >
        {t('buy.promo_apply')}
      </Button>
    </Stack>
  );
}
