import { Card, CardContent, Chip, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { DataList, useText } from '#platform/web';
import type { Role } from '../../contract/index.ts';
import { useRoleName } from '../texts/role-name.ts';
import { administrationTexts } from '../texts.ts';
import { HoldersLink } from './holders-link.tsx';
import { usePermissionName } from './permission-name.ts';

/** One card for each role with what it may do. */
export function RoleCards({ roles }: { readonly roles: readonly Role[] }): ReactNode {
  const t = useText(administrationTexts);
  const roleName = useRoleName();
  const permissionName = usePermissionName();
  return (
    <DataList items={roles} keyOf={({ name }) => name} label={t('roles.title')}>
      {(role) => (
        <Card>
          <CardContent>
            <Stack direction="row" spacing={1} sx={{ alignItems: 'baseline', mb: 1 }}>
              <Typography variant="h3" component="h2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                {roleName(role.name)}
              </Typography>
              <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                <HoldersLink role={role} />
              </Typography>
            </Stack>
            {role.permissions.length === 0 ? (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {t('roles.nothing')}
              </Typography>
            ) : (
              <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap' }}>
                {role.permissions.map((permission) => (
                  <Chip key={permission} size="small" label={permissionName(permission)} />
                ))}
              </Stack>
            )}
          </CardContent>
        </Card>
      )}
    </DataList>
  );
}
