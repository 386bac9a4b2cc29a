import { Alert, AlertTitle, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { catalogueTexts } from '../texts.ts';
import type { PersonLocation } from './use-location.ts';

/** Why "near me" did not work and what can be done. */
export function LocationNotice({ location }: { readonly location: PersonLocation }): ReactNode {
  const t = useText(catalogueTexts);
  const { fault, locate, forget } = location;
  if (fault === null) return null;
  const title = {
    denied: t('geo.denied'),
    unavailable: t('geo.unavailable'),
    unsupported: t('geo.unsupported'),
  };
  return (
    <Alert
      severity="warning"
      variant="outlined"
      onClose={forget}
      slotProps={{ closeButton: { 'aria-label': t('close') } }}
      closeText={t('close')}
    >
      <AlertTitle sx={{ fontSize: '0.9375rem', fontWeight: 600 }}>{title[fault]}</AlertTitle>
      {fault === 'denied' ? t('geo.denied_hint') : t('geo.unavailable_hint')}
      {fault === 'unsupported' ? null : (
        <Button color="inherit" size="small" onClick={locate} sx={{ display: 'block', mt: 1, ml: -1.5 }}>
          {t('geo.retry')}
        </Button>
      )}
    </Alert>
  );
}
