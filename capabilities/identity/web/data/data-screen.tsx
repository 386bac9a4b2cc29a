import DownloadRounded from '@mui/icons-material/DownloadRounded';
import { Button, Stack } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useCall, useNotice, useSend, useText } from '#platform/web';
import { exportMe, getProfile } from '../../contract/index.ts';
import { AccountPage } from '../account/account-page.tsx';
import { Section } from '../account/section.tsx';
import { useRefusals } from '../texts/refusals.ts';
import { accountTexts } from '../texts.ts';
import { DeleteAccount } from './delete-account.tsx';
import { saveFile } from './save-file.ts';

/** Takes one's data out, or deletes the account. */
export function DataScreen(): ReactNode {
  const t = useText(accountTexts);
  const refusals = useRefusals();
  const notice = useNotice();
  const [deleting, setDeleting] = useState(false);
  const { data: profile } = useCall(getProfile, {});
  const take = useSend(exportMe, {
    onSuccess: (data) =>
      saveFile(
        `quintet-${data.exported_at.slice(0, 10)}.json`,
        'application/json',
        JSON.stringify(data, null, 2),
      ),
    onError: (problem) => notice.error(problem, refusals),
  });
  return (
    <AccountPage part="data">
      <Stack spacing={2.5}>
        <Section title={t('data.export_title')} help={t('data.export_help')}>
          <Button
            variant="outlined"
            color="inherit"
            startIcon={<DownloadRounded />}
            loading={take.isPending}
            onClick={() => take.mutate({})}
          >
            {t('data.export')}
          </Button>
        </Section>
        <Section title={t('data.delete_title')} help={t('data.delete_help')}>
          <Button
            variant="outlined"
            color="error"
            disabled={profile === undefined}
            onClick={() => setDeleting(true)}
          >
            {t('data.delete')}
          </Button>
        </Section>
      </Stack>
      {profile === undefined || !deleting ? null : (
        <DeleteAccount profile={profile} onClose={() => setDeleting(false)} />
      )}
    </AccountPage>
  );
}
