import ArrowBackRounded from '@mui/icons-material/ArrowBackRounded';
import { Button, Skeleton, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { ErrorNotice, Page, useCall, useSession, useText } from '#platform/web';
import { getUser } from '../../contract/index.ts';
import { useRefusals } from '../texts/refusals.ts';
import { administrationTexts } from '../texts.ts';
import { ExceptionsSection } from './exceptions-section.tsx';
import { LockSection } from './lock-section.tsx';
import { RolesSection } from './roles-section.tsx';
import { UserFacts } from './user-facts.tsx';

/** One account: what is known, its roles, its lock. */
export function UserScreen(): ReactNode {
  const t = useText(administrationTexts);
  const refusals = useRefusals();
  const session = useSession();
  const { id = '' } = useParams();
  const { data, error, refetch } = useCall(getUser, { params: { id } });
  return (
    <Page
      width="narrow"
      title={data?.display_name ?? t('users.title')}
      actions={
        <Button component={Link} to="/admin/users" color="inherit" startIcon={<ArrowBackRounded />}>
          {t('user.back')}
        </Button>
      }
    >
      <ErrorNotice error={error} refusals={refusals} onRetry={() => refetch()} />
      {data === undefined ? (
        error === null ? (
          <Skeleton variant="rounded" height={420} />
        ) : null
      ) : (
        <Stack spacing={2.5}>
          <UserFacts user={data} />
          {session.can('manage_user_roles') ? (
            // A new key after a change: what is ticked follows what is in force.
            <RolesSection key={`${data.id} ${data.roles.join(' ')}`} user={data} />
          ) : null}
          <ExceptionsSection overrides={data.overrides} />
          <LockSection user={data} />
        </Stack>
      )}
    </Page>
  );
}
