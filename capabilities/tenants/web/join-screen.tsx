import { Alert, Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { ErrorNotice, Page, useNotice, useSend, useText } from '#platform/web';
import { joinCompany, listCompanies } from '../contract/index.ts';
import { tenantsTexts } from './texts.ts';
import { useTenantRefusals } from './use-refusals.ts';

/** Where the link of an invitation leads; the token stands after `#`. */
export function JoinScreen(): ReactNode {
  const t = useText(tenantsTexts);
  const navigate = useNavigate();
  const notice = useNotice();
  const refusals = useTenantRefusals();
  // Kept from the first look: the address may lose it on the way through a sign-in.
  const { hash } = useLocation();
  const [token] = useState(hash.replace(/^#/, ''));
  const joining = useSend(joinCompany, {
    invalidates: [listCompanies],
    onSuccess: async ({ id, name }) => {
      notice.success(t('joined', { name }));
      await navigate(`/companies/${id}`, { replace: true });
    },
    onError: () => undefined,
  });
  return (
    <Page title={t('join_title')} help={t('join_help')} width="narrow">
      {token === '' ? (
        <Alert severity="warning" variant="outlined">
          {t('join_broken')}
        </Alert>
      ) : (
        <>
          <ErrorNotice error={joining.error} refusals={refusals} />
          <Button
            variant="contained"
            size="large"
            loading={joining.isPending}
            onClick={() => joining.mutate({ body: { token } })}
            sx={{ mt: 2 }}
          >
            {t('join')}
          </Button>
        </>
      )}
    </Page>
  );
}
