import { Alert } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { useDistance } from '../position/use-distance.ts';
import { useRefusals } from '../refusals.ts';
import { playTexts } from '../texts.ts';
import type { CheckInFault } from './use-check-in.ts';

/** The server forgives at most so many metres of a reading's accuracy. */
const forgiven = 30;
const weak = 100;

function useFaultText(): (fault: CheckInFault, secret: boolean) => string {
  const t = useText(playTexts);
  const distance = useDistance();
  const refusals = useRefusals();
  return (fault, secret) => {
    if (fault.kind === 'no_fix') return t('check.no_fix');
    if (fault.kind === 'kept') return t('task.kept');
    const { checkIn, code } = fault;
    if (checkIn?.result === 'too_far') {
      if (secret) return t('check.too_far_search');
      const reach = checkIn.radius + Math.min(checkIn.accuracy, forgiven);
      return t('check.too_far', {
        distance: distance(checkIn.distance),
        radius: checkIn.radius,
        closer: distance(Math.max(1, checkIn.distance - reach)),
      });
    }
    if (checkIn?.result === 'poor_accuracy') {
      return checkIn.accuracy <= weak
        ? t('check.second')
        : t('check.weak', { accuracy: Math.round(checkIn.accuracy) });
    }
    if (checkIn?.result === 'stale') return t('check.stale');
    return (code === null ? undefined : refusals[code]) ?? t('refusal.other');
  };
}

/** Why a check-in was refused, and what to do about it. */
export function CheckInReport({
  fault,
  secret,
}: {
  readonly fault: CheckInFault | null;
  readonly secret: boolean;
}): ReactNode {
  const textOf = useFaultText();
  return (
    <div role="alert">
      {fault === null ? null : (
        <Alert severity={fault.kind === 'kept' ? 'info' : 'warning'} variant="outlined" role="presentation">
          {textOf(fault, secret)}
        </Alert>
      )}
    </div>
  );
}
