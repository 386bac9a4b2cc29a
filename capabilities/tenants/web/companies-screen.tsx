import AddRounded from '@mui/icons-material/AddRounded';
import BusinessOutlined from '@mui/icons-material/BusinessOutlined';
import PersonOutlined from '@mui/icons-material/PersonOutlined';
import { Box, Button, Card, Chip, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import {
  DataList,
  ErrorNotice,
  ListSkeleton,
  Page,
  useCall,
  useNotice,
  useSend,
  useText,
} from '#platform/web';
import { type Company, chooseCompany, createCompany, listCompanies } from '../contract/index.ts';
import { ClosedCompanies } from './closing/closed-companies.tsx';
import { NameDialog } from './name-dialog.tsx';
import { tenantsTexts } from './texts.ts';
import { useTenantRefusals } from './use-refusals.ts';

function CompanyRow({ company }: { readonly company: Company }): ReactNode {
  const t = useText(tenantsTexts);
  const notice = useNotice();
  const refusals = useTenantRefusals();
  const choosing = useSend(chooseCompany, {
    invalidates: [listCompanies],
    onSuccess: ({ name }) => notice.success(t('chosen', { name })),
    onError: (problem) => notice.error(problem, refusals),
  });
  const Icon = company.personal ? PersonOutlined : BusinessOutlined;
  return (
    <Card sx={{ p: 2 }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2} sx={{ alignItems: { sm: 'center' } }}>
        <Icon color="action" sx={{ display: { xs: 'none', sm: 'block' } }} />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography component="h2" variant="subtitle1" sx={{ overflowWrap: 'anywhere' }}>
            {company.personal ? t('personal') : company.name}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t(`role.${company.role}`)}
          </Typography>
        </Box>
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          {company.active ? (
            <Chip color="primary" variant="outlined" label={t('active')} />
          ) : (
            <Button
              variant="outlined"
              loading={choosing.isPending}
              onClick={() => choosing.mutate({ body: { id: company.id } })}
            >
              {t('choose')}
            </Button>
          )}
          {company.personal ? null : (
            <Button component={Link} to={`/companies/${company.id}`}>
              {t('open')}
            </Button>
          )}
        </Stack>
      </Stack>
    </Card>
  );
}

/** The companies a person belongs to, and which of them they work in. */
export function CompaniesScreen(): ReactNode {
  const t = useText(tenantsTexts);
  const notice = useNotice();
  const [making, setMaking] = useState(false);
  const { data, error, refetch } = useCall(listCompanies, {});
  const choosing = useSend(chooseCompany, { invalidates: [listCompanies] });
  const creating = useSend(createCompany, {
    invalidates: [listCompanies],
    onSuccess: async ({ id }) => {
      await choosing.mutateAsync({ body: { id } });
      setMaking(false);
      notice.success(t('created'));
    },
    onError: () => undefined,
  });
  const create = (
    <Button variant="contained" startIcon={<AddRounded />} onClick={() => setMaking(true)}>
      {t('create')}
    </Button>
  );
  return (
    <Page title={t('title')} help={t('help')} actions={create} width="narrow">
      <ErrorNotice error={error} onRetry={() => refetch()} />
      {data === undefined && error === null ? <ListSkeleton rows={2} height={84} /> : null}
      {data === undefined ? null : (
        <DataList items={data.items} keyOf={({ id }) => id} label={t('list')}>
          {(company) => <CompanyRow company={company} />}
        </DataList>
      )}
      <ClosedCompanies />
      {making ? (
        <NameDialog
          open
          title={t('create_title')}
          busy={creating.isPending}
          error={creating.error}
          onClose={() => setMaking(false)}
          onSave={(name) => creating.mutate({ body: { name } })}
        />
      ) : null}
    </Page>
  );
}
