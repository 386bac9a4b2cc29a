import { Button, Card, FormControlLabel, Stack, Switch, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import {
  ConfirmDialog,
  CopyButton,
  ErrorNotice,
  useApi,
  useCall,
  useInvalidate,
  useNotice,
  useSend,
  useText,
} from '#platform/web';
import {
  type Company,
  type Directory,
  getDirectory,
  getEntryRules,
  removeDirectory,
  setEntryRules,
} from '../../contract/index.ts';
import { tenantsTexts } from '../texts.ts';
import { useTenantRefusals } from '../use-refusals.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { DirectoryDialog } from './directory-dialog.tsx';

interface DirectoryFactsProps {
  readonly companyId: string;
  readonly directory: Directory;
}

function DirectoryFacts({ companyId, directory }: DirectoryFactsProps): ReactNode {
  const t = useText(tenantsTexts);
  const link = `${window.location.origin}/app/sign-in/company?company=${directory.sign_in_name}`;
  return (
    <Stack spacing={1} sx={{ alignItems: 'flex-start' }}>
      <Typography sx={{ overflowWrap: 'anywhere' }}>{directory.issuer}</Typography>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center', maxWidth: '100%' }}>
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {t('security.link')}: {link}
        </Typography>
        <CopyButton text={link} label={t('security.copy')} />
      </Stack>
      <ConfirmButton companyId={companyId} returnPath={`/companies/${companyId}`}>
        {t('security.try_out')}
      </ConfirmButton>
    </Stack>
  );
}

/** What owners ask of the members of a company, and the directory that says who they are. */
export function SecurityCard({ company }: { readonly company: Company }): ReactNode {
  const t = useText(tenantsTexts);
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const refusals = useTenantRefusals();
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const params = { id: company.id };
  const rules = useCall(getEntryRules, { params });
  const directory = useCall(getDirectory, { params });
  const saving = useSend(setEntryRules, {
    invalidates: [getEntryRules],
    onSuccess: () => notice.success(t('security.saved')),
    onError: (problem) => notice.error(problem, refusals),
  });
  const asked = rules.data;
  const set = (change: { second_factor_required?: boolean; directory_required?: boolean }): void => {
    if (asked === undefined) return;
    const { second_factor_required, directory_required } = asked;
    saving.mutate({ params, body: { second_factor_required, directory_required, ...change } });
  };
  const kept = directory.data?.directory ?? null;
  return (
    <Card component="section" sx={{ p: 2.5 }}>
      <Stack spacing={2}>
        <Typography variant="h2">{t('security.title')}</Typography>
        <ErrorNotice error={directory.error} refusals={refusals} onRetry={() => directory.refetch()} />
        {asked === undefined || directory.data === undefined ? null : (
          <>
            <FormControlLabel
              control={
                <Switch
                  checked={asked.second_factor_required}
                  disabled={saving.isPending}
                  onChange={({ target }) => set({ second_factor_required: target.checked })}
                />
              }
              label={t('security.factor')}
            />
            <FormControlLabel
              control={
                <Switch
                  checked={asked.directory_required}
                  disabled={saving.isPending || kept === null}
                  onChange={({ target }) => set({ directory_required: target.checked })}
                />
              }
              label={t('security.directory_rule')}
            />
            <Typography variant="h3">{t('security.directory')}</Typography>
            {kept === null ? (
              <Typography sx={{ color: 'text.secondary' }}>{t('security.directory_help')}</Typography>
            ) : (
              <DirectoryFacts companyId={company.id} directory={kept} />
            )}
            <Stack direction="row" spacing={1}>
              <Button variant="outlined" onClick={() => setEditing(true)}>
                {kept === null ? t('security.set_up') : t('security.change')}
              </Button>
              {kept === null ? null : (
                <Button color="error" onClick={() => setRemoving(true)}>
                  {t('security.remove')}
                </Button>
              )}
            </Stack>
            {editing ? (
              <DirectoryDialog
                companyId={company.id}
                directory={kept}
                redirectUri={directory.data.redirect_uri}
                onClose={() => setEditing(false)}
              />
            ) : null}
          </>
        )}
      </Stack>
      <ConfirmDialog
        open={removing}
        onClose={() => setRemoving(false)}
        title={t('security.remove_title')}
        confirmLabel={t('security.remove')}
        destructive
        refusals={refusals}
        onConfirm={async () => {
          await api.call(removeDirectory, { params });
          notice.success(t('security.removed'));
          await Promise.all([invalidate(getDirectory), invalidate(getEntryRules)]);
        }}
      >
        {t('security.remove_help')}
      </ConfirmDialog>
    </Card>
  );
}
