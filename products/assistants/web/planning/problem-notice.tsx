import { Alert } from '@mui/material';
import type { ReactNode } from 'react';
import { asProblem, ErrorNotice, useLocalized, useText } from '#platform/web';
import { usePlanRefusals } from './refusals.ts';
import { faultsIn } from './sheet/faults.rules.ts';
import { planningTexts } from './texts.ts';

/** Says what failed; a plan that was refused tells each of its faults in the person's language. */
export function ProblemNotice({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: () => unknown;
}): ReactNode {
  const t = useText(planningTexts);
  const localized = useLocalized();
  const refusals = usePlanRefusals();
  if (error === null || error === undefined) return null;
  const faults = faultsIn(asProblem(error).problem);
  if (faults.length === 0) return <ErrorNotice error={error} onRetry={onRetry} refusals={refusals} />;
  return (
    <Alert severity="error" variant="outlined">
      {faults.slice(0, 10).map(({ at, message }) => (
        <div key={`${at} ${message.en}`}>
          {at.startsWith('line ') ? `${t('import.line', { line: at.slice('line '.length) })}: ` : ''}
          {localized(message)}
        </div>
      ))}
    </Alert>
  );
}
