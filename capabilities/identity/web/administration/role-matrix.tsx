import CheckRounded from '@mui/icons-material/CheckRounded';
import {
  Box,
  Card,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import type { ReactNode } from 'react';
import { permissions } from '#platform/contract';
import { useText, visuallyHidden } from '#platform/web';
import type { Role } from '../../contract/index.ts';
import { useRoleName } from '../texts/role-name.ts';
import { administrationTexts } from '../texts.ts';
import { HoldersLink } from './holders-link.tsx';
import { usePermissionName } from './permission-name.ts';

/** Permissions down, roles across. */
export function RoleMatrix({ roles }: { readonly roles: readonly Role[] }): ReactNode {
  const t = useText(administrationTexts);
  const roleName = useRoleName();
  const permissionName = usePermissionName();
  const used = permissions.filter((permission) =>
    roles.some((role) => role.permissions.includes(permission)),
  );
  return (
    <TableContainer component={Card} tabIndex={0} role="region" aria-label={t('roles.table')}>
      <Table size="small" aria-label={t('roles.table')} sx={{ '& td, & th': { px: 1 } }}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ verticalAlign: 'bottom' }}>{t('roles.permission')}</TableCell>
            {roles.map((role) => (
              <TableCell key={role.name} align="center" sx={{ verticalAlign: 'bottom', py: 1.5 }}>
                <Typography
                  component="span"
                  variant="caption"
                  sx={{ fontWeight: 600, color: 'text.primary' }}
                >
                  {roleName(role.name)}
                </Typography>
                <Typography
                  component="span"
                  variant="caption"
                  sx={{ display: 'block', color: 'text.secondary' }}
                >
                  <HoldersLink role={role} />
                </Typography>
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {used.map((permission) => (
            <TableRow key={permission} hover sx={{ '&:last-child > *': { borderBottom: 0 } }}>
              <TableCell component="th" scope="row">
                {permissionName(permission)}
              </TableCell>
              {roles.map((role) => {
                const held = role.permissions.includes(permission);
                return (
                  <TableCell key={role.name} align="center">
                    {held ? (
                      <CheckRounded fontSize="small" color="success" aria-hidden />
                    ) : (
                      <span aria-hidden>·</span>
                    )}
                    <Box component="span" sx={visuallyHidden}>
                      {held ? t('roles.yes') : t('roles.no')}
                    </Box>
                  </TableCell>
                );
              })}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
