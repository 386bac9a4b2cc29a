import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { Link, useInRouterContext, useLocation } from 'react-router';
import type { ApiProblem } from '../api/problem.ts';
import { useLocalized } from '../i18n/use-language.ts';
import type { Remedy } from '../modules/screen.ts';
import { usePlatform } from '../root/platform-context.ts';

/** What some module knows to do about a problem. */
export function useRemedy({ code }: ApiProblem): Remedy | undefined {
  const { modules } = usePlatform();
  return code === undefined
    ? undefined
    : modules.flatMap(({ remedies = [] }) => remedies).find((remedy) => remedy.code === code);
}

interface RemedyLinkProps {
  readonly remedy: Remedy;
  readonly problem: ApiProblem;
}

function Way({ remedy, problem }: RemedyLinkProps): ReactNode {
  const localized = useLocalized();
  const { pathname, search } = useLocation();
  return (
    <Button
      component={Link}
      to={remedy.path({ ...problem.problem }, `${pathname}${search}`)}
      color="inherit"
      size="small"
      variant="outlined"
    >
      {localized(remedy.action)}
    </Button>
  );
}

/** Leads to the screen that helps; nothing outside the router. */
export function RemedyLink(props: RemedyLinkProps): ReactNode {
  return useInRouterContext() ? <Way {...props} /> : null;
}
