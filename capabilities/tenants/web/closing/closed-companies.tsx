import { Button, Card, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useCall, useLanguage, useNotice, useSend, useText } from '#platform/web';
import { listCompanies, listDeletedCompanies, restoreCompany } from '../../contract/index.ts';
import { tenantsTexts } from '../texts.ts';
import { useTenantRefusals } from '../use-refusals.ts';

/** Companies a person closed and may open again; nothing when there is none. */
export function ClosedCompanies(): ReactNode {
  const t = useText(tenantsTexts);
  const language = useLanguage();
  const notice = useNotice();
  const refusals = useTenantRefusals();
  const { data } = useCall(listDeletedCompanies, {});
  const restoring = useSend(restoreCompany, {
    invalidates: [listCompanies, listDeletedCompanies],
    onSuccess: ({ name }) => notice.success(t('closing.restored', { name })),
    onError: (problem) => notice.error(problem, refusals),
  });
  if (data === undefined || data.items.length === 0) return null;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  return (
    <Stack component="section" spacing={1.5} sx={{ mt: 4 }}>
      <Typography variant="h2">{t('closing.list')}</Typography>
      {data.items.map(({ id, name, gone_at: goneAt }) => (
        <Card key={id} sx={{ p: 2 }}>
          <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ alignItems: { sm: 'center' } }}>
            <Stack sx={{ flex: 1, minWidth: 0 }}>
              <Typography sx={{ overflowWrap: 'anywhere' }}>{name}</Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {t('closing.until', { date: day.format(new Date(goneAt)) })}
              </Typography>
            </Stack>
            <Button
              variant="outlined"
              loading={restoring.isPending}
              onClick={() => restoring.mutate({ params: { id } })}
            >
              {t('closing.restore')}
            </Button>
          </Stack>
        </Card>
      ))}
    </Stack>
  );
}
