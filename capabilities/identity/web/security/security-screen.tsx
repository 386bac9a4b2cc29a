import { Skeleton, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { ErrorNotice, useCall } from '#platform/web';
import { getProfile } from '../../contract/index.ts';
import { AccountPage } from '../account/account-page.tsx';
import { PasswordSection } from './password-section.tsx';
import { ProvidersSection } from './providers-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

/** Password, second step, providers and devices. */
export function SecurityScreen(): ReactNode {
  const { data, error, refetch } = useCall(getProfile, {});
  return (
    <AccountPage part="security">
      <Stack spacing={2.5}>
        <ErrorNotice error={error} onRetry={() => refetch()} />
        {data === undefined ? (
          error === null ? (
            <Skeleton variant="rounded" height={320} />
          ) : null
        ) : (
          <>
            <SecondFactorSection profile={data} />
            {/* An account without an address is opened by its company's directory alone. */}
            {data.email === null ? null : (
              <>
                <PasswordSection profile={data} />
                <ProvidersSection connected={data.external_providers} />
              </>
            )}
          </>
        )}
        <SessionsSection />
      </Stack>
    </AccountPage>
  );
}
