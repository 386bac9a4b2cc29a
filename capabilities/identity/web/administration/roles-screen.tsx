import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { ErrorNotice, ListSkeleton, Page, useCall, useText } from '#platform/web';
import { listRoles } from '../../contract/index.ts';
import { administrationTexts } from '../texts.ts';
import { RoleCards } from './role-cards.tsx';
import { RoleMatrix } from './role-matrix.tsx';

/** What each role may do: a table where there is room, cards where there is not. */
export function RolesScreen(): ReactNode {
  const t = useText(administrationTexts);
  const { data, error, refetch } = useCall(listRoles, {});
  return (
    <Page title={t('roles.title')} help={t('roles.help')}>
      <ErrorNotice error={error} onRetry={() => refetch()} />
      {data === undefined && error === null ? <ListSkeleton rows={6} /> : null}
      {data === undefined ? null : (
        <>
          <Box sx={{ display: { xs: 'none', lg: 'block' } }}>
            <RoleMatrix roles={data.items} />
          </Box>
          <Box sx={{ display: { xs: 'block', lg: 'none' } }}>
            <RoleCards roles={data.items} />
          </Box>
        </>
      )}
    </Page>
  );
}
