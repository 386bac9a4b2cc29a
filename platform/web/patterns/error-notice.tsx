import { Alert, AlertTitle, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { type ApiProblem, asProblem } from '../api/problem.ts';
import { platformTexts } from '../i18n/platform-texts.ts';
import { useLocalized } from '../i18n/use-language.ts';
import { useText } from '../i18n/use-text.ts';
import { type RefusalTexts, useProblemText } from './problem-text.ts';
import { RemedyLink, useRemedy } from './remedy-link.tsx';

export interface ErrorNoticeProps {
  /** Null or undefined shows nothing. */
  readonly error: unknown;
  readonly onRetry?: (() => unknown) | undefined;
  /** Texts of refusals the page knows, by code. */
  readonly refusals?: RefusalTexts;
}

/** Says what failed, with the server's own explanation, the request's id for support, and a way to try again. */
export function ErrorNotice({ error, ...rest }: ErrorNoticeProps): ReactNode {
  return error === null || error === undefined ? null : (
    <ProblemNotice problem={asProblem(error)} {...rest} />
  );
}

interface ProblemNoticeProps extends Omit<ErrorNoticeProps, 'error'> {
  readonly problem: ApiProblem;
}

function ProblemNotice({ problem, onRetry, refusals }: ProblemNoticeProps): ReactNode {
  const t = useText(platformTexts);
  const localized = useLocalized();
  const textOf = useProblemText();
  const remedy = useRemedy(problem);
  if (remedy !== undefined)
    return (
      <Alert severity="info" variant="outlined" action={<RemedyLink remedy={remedy} problem={problem} />}>
        {localized(remedy.text)}
      </Alert>
    );
  const known = problem.code !== undefined && refusals?.[problem.code] !== undefined;
  const detail =
    !known && problem.status >= 400 && problem.status < 500 ? problem.problem?.detail : undefined;
  return (
    <Alert
      severity={problem.passing ? 'warning' : 'error'}
      variant="outlined"
      action={
        onRetry === undefined ? undefined : (
          <Button color="inherit" size="small" onClick={() => void onRetry()}>
            {t('retry')}
          </Button>
        )
      }
    >
      <AlertTitle sx={{ fontSize: '0.9375rem', fontWeight: 600, mb: 0 }}>
        {textOf(problem, refusals)}
      </AlertTitle>
      {detail === undefined ? null : <Typography variant="body2">{detail}</Typography>}
      {problem.requestId === undefined ? null : (
        <Typography variant="caption" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {t('problem.request_id', { id: problem.requestId })}
        </Typography>
      )}
    </Alert>
  );
}
