import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { ConfirmDialog, useApi, useInvalidate, useNotice, useText } from '#platform/web';
import { type Company, deleteCompany, listCompanies, listDeletedCompanies } from '../../contract/index.ts';
import { tenantsTexts } from '../texts.ts';
import { useTenantRefusals } from '../use-refusals.ts';

/** Closes a company after asking; owners see it. */
export function CloseCompany({ company }: { readonly company: Company }): ReactNode {
  const t = useText(tenantsTexts);
  const api = useApi();
  const notice = useNotice();
  const navigate = useNavigate();
  const invalidate = useInvalidate();
  const refusals = useTenantRefusals();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button color="error" onClick={() => setAsking(true)}>
        {t('closing.action')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('closing.title', { name: company.name })}
        confirmLabel={t('closing.action')}
        destructive
        refusals={refusals}
        onConfirm={async () => {
          await api.call(deleteCompany, { params: { id: company.id } });
          notice.success(t('closing.closed'));
          await Promise.all([invalidate(listCompanies), invalidate(listDeletedCompanies)]);
          await navigate('/companies');
        }}
      >
        {t('closing.help')}
      </ConfirmDialog>
    </>
  );
}
