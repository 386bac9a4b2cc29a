import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useNotice, useSend } from '#platform/web';
import { confirmByDirectory } from '../../contract/index.ts';
import { useTenantRefusals } from '../use-refusals.ts';

/** Paths the server takes to come back to. */
const allowed = /^\/app\/[A-Za-z0-9/_.~?=&%-]*$/;

export interface ConfirmButtonProps {
  readonly companyId: string;
  /** Where to go on, below `/app`. */
  readonly returnPath: string;
  readonly children: ReactNode;
}

/** Takes the browser to the company's directory and back. */
export function ConfirmButton({ companyId, returnPath, children }: ConfirmButtonProps): ReactNode {
  const notice = useNotice();
  const refusals = useTenantRefusals();
  const confirming = useSend(confirmByDirectory, {
    onSuccess: ({ authorization_url: url }) => window.location.assign(url),
    onError: (problem) => notice.error(problem, refusals),
  });
  const back = `/app${returnPath}`;
  const body = allowed.test(back) ? { return_to: back } : {};
  return (
    <Button
      variant="contained"
      loading={confirming.isPending}
      onClick={() => confirming.mutate({ params: { id: companyId }, body })}
    >
      {children}
    </Button>
  );
}
