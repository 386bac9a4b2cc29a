import { Box, Stack, Step, StepLabel, Stepper, Typography, useMediaQuery } from '@mui/material';
import type { ReactNode } from 'react';
import { CopyButton, useText } from '#platform/web';
import type { Order } from '../../../contract/index.ts';
import { SectionCard } from '../checkout/section-card.tsx';
import { shopTexts } from '../texts.ts';

const way = ['preparing', 'sent', 'delivered'] as const;
const wayBack = ['preparing', 'sent', 'returned'] as const;

function Progress({ state }: { readonly state: Exclude<Order['delivery_state'], 'none'> }): ReactNode {
  const t = useText(shopTexts);
  const wide = useMediaQuery('(min-width: 600px)');
  const steps: readonly ('preparing' | 'sent' | 'delivered' | 'returned')[] =
    state === 'returned' ? wayBack : way;
  const at = steps.indexOf(state);
  const last = at === steps.length - 1;
  return (
    <Stepper
      activeStep={last ? steps.length : at}
      orientation={wide ? 'horizontal' : 'vertical'}
      aria-label={t('parcel.progress')}
    >
      {steps.map((step, index) => (
        <Step key={step}>
          <StepLabel
            error={step === 'returned'}
            {...(index === at ? { 'aria-current': 'step' as const } : {})}
          >
            {t(`parcel.${step}`)}
          </StepLabel>
        </Step>
      ))}
    </Stepper>
  );
}

/** Where the parcel is, and where it goes. */
export function Parcel({ order }: { readonly order: Order }): ReactNode {
  const t = useText(shopTexts);
  const { delivery, delivery_state: state, tracking_number: tracking } = order;
  if (delivery === null) return null;
  return (
    <SectionCard title={t('order.parcel')}>
      {state === 'none' || order.state !== 'paid' ? null : <Progress state={state} />}
      {tracking === null ? null : (
        <Stack direction="row" useFlexGap sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Box sx={{ minWidth: 0 }}>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('order.tracking')}
            </Typography>
            <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{tracking}</Typography>
          </Box>
          <CopyButton text={tracking} label={t('order.copy_tracking')} />
        </Stack>
      )}
      <Box>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('order.receiver')}
        </Typography>
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          {delivery.name}, {delivery.phone}
        </Typography>
        <Typography sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{delivery.address}</Typography>
      </Box>
    </SectionCard>
  );
}
