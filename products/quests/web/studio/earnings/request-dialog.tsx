import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, TextField } from '@mui/material';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { ErrorNotice, type ResultOf, useLanguage, useNotice, useSend, useText } from '#platform/web';
import { getEarnings, listMyPayouts, requestPayout } from '../../../contract/index.ts';
import { moneyText } from '../../pieces/index.ts';
import { numberText, readNumber } from '../description/number.rules.ts';
import { useStudioRefusals } from '../refusals.ts';
import { studioTexts } from '../texts.ts';
import { amountFault } from './amount.rules.ts';

interface RequestDialogProps {
  readonly earnings: ResultOf<typeof getEarnings>;
  readonly onClose: () => void;
}

/** Asks for money earned: all of it unless the author wants less. */
export function RequestDialog({ earnings, onClose }: RequestDialogProps): ReactNode {
  const t = useText(studioTexts);
  const language = useLanguage();
  const notice = useNotice();
  const refusals = useStudioRefusals();
  const titleId = useId();
  const { payable, minimum, currency } = earnings;
  const [typed, setTyped] = useState(numberText(payable / 100));
  const send = useSend(requestPayout, {
    invalidates: [listMyPayouts, getEarnings],
    onSuccess: () => {
      notice.success(t('request.done'));
      onClose();
    },
  });
  const money = (amount: number): string => moneyText({ amount, currency }, language);
  const limits = { minimum: money(minimum), payable: money(payable) };
  const amount = Math.round((readNumber(typed) ?? Number.NaN) * 100);
  const fault = amountFault(amount, { minimum, payable });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (fault === null) send.mutate({ body: { amount } });
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{t('request.title')}</DialogTitle>
      <form noValidate onSubmit={submit}>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            <ErrorNotice error={send.error} refusals={refusals} />
            <TextField
              fullWidth
              autoFocus
              label={t('request.amount', { currency })}
              value={typed}
              error={fault !== null}
              helperText={fault === null ? t('request.help', limits) : t(`request.${fault}`, limits)}
              onChange={({ target }) => setTyped(target.value)}
              slotProps={{
                htmlInput: { inputMode: 'decimal', maxLength: 14 },
                formHelperText: { 'aria-live': 'polite' },
              }}
            />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('word.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={send.isPending} disabled={fault !== null}>
            {t('request.submit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
