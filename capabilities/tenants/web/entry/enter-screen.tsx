import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import RadioButtonUncheckedOutlined from '@mui/icons-material/RadioButtonUncheckedOutlined';
import { Button, Card, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import {
  ErrorNotice,
  ListSkeleton,
  Page,
  safeReturnPath,
  useCall,
  useLanguage,
  useText,
} from '#platform/web';
import { getEntryRules } from '../../contract/index.ts';
import { tenantsTexts } from '../texts.ts';
import { useTenantRefusals } from '../use-refusals.ts';
import { ConfirmButton } from './confirm-button.tsx';

interface StepProps {
  readonly title: string;
  readonly help: string;
  readonly done: boolean;
  readonly children?: ReactNode;
}

function Step({ title, help, done, children }: StepProps): ReactNode {
  const Icon = done ? CheckCircleOutlined : RadioButtonUncheckedOutlined;
  return (
    <Card component="section" sx={{ p: 2.5 }}>
      <Stack direction="row" spacing={2} sx={{ alignItems: 'flex-start' }}>
        <Icon color={done ? 'success' : 'action'} />
        <Stack spacing={1} sx={{ alignItems: 'flex-start', minWidth: 0 }}>
          <Typography variant="h2">{title}</Typography>
          <Typography sx={{ color: 'text.secondary' }}>{help}</Typography>
          {done ? null : children}
        </Stack>
      </Stack>
    </Card>
  );
}

/** What a company asks of this member, what is there already, and the ways to the rest. */
export function EnterScreen(): ReactNode {
  const t = useText(tenantsTexts);
  const language = useLanguage();
  const refusals = useTenantRefusals();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const from = safeReturnPath(search.get('from') ?? `/companies/${id}`);
  const { data, error, refetch } = useCall(getEntryRules, { params: { id } });
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' });
  const until = data?.mine.confirmed_until ?? null;
  const factorDone = data !== undefined && (!data.second_factor_required || data.mine.second_factor);
  const directoryDone = data !== undefined && (!data.directory_required || until !== null);
  return (
    <Page title={t('entry.title')} help={t('entry.help')} width="narrow">
      <ErrorNotice error={error} refusals={refusals} onRetry={() => refetch()} />
      {data === undefined ? (
        error === null ? (
          <ListSkeleton rows={2} height={96} />
        ) : null
      ) : (
        <Stack spacing={2}>
          {data.second_factor_required ? (
            <Step
              title={t('entry.factor')}
              done={factorDone}
              help={factorDone ? t('entry.factor_done') : t('entry.factor_missing')}
            >
              <Button component={Link} to="/account/security" variant="outlined">
                {t('entry.factor_open')}
              </Button>
            </Step>
          ) : null}
          {data.directory_required ? (
            <Step
              title={t('entry.directory')}
              done={directoryDone}
              help={
                until === null
                  ? t('entry.directory_help')
                  : t('entry.confirmed_until', { time: time.format(new Date(until)) })
              }
            >
              <ConfirmButton companyId={id} returnPath={from}>
                {t('entry.confirm')}
              </ConfirmButton>
            </Step>
          ) : null}
          {factorDone && directoryDone ? (
            <Stack spacing={2} sx={{ alignItems: 'flex-start' }}>
              <Typography>
                {data.second_factor_required || data.directory_required
                  ? t('entry.done')
                  : t('entry.nothing')}
              </Typography>
              <Button component={Link} to={from} variant="contained">
                {t('entry.go_on')}
              </Button>
            </Stack>
          ) : null}
        </Stack>
      )}
    </Page>
  );
}
