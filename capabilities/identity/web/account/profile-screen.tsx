import { Skeleton } from '@mui/material';
import type { ReactNode } from 'react';
import { ErrorNotice, useCall } from '#platform/web';
import { getProfile } from '../../contract/index.ts';
import { AccountPage } from './account-page.tsx';
import { ProfileForm } from './profile-form.tsx';

/** One's name, language and time zone. */
export function ProfileScreen(): ReactNode {
  const { data, error, refetch } = useCall(getProfile, {});
  return (
    <AccountPage part="profile">
      <ErrorNotice error={error} onRetry={() => refetch()} />
      {data === undefined && error === null ? <Skeleton variant="rounded" height={360} /> : null}
      {data === undefined ? null : <ProfileForm key={data.id} profile={data} />}
    </AccountPage>
  );
}
