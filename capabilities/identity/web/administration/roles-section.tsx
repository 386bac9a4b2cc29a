import { Button, Checkbox, FormControlLabel, Stack, Typography } from '@mui/material';
import { type ReactNode, useMemo, useState } from 'react';
import { ErrorNotice, ListSkeleton, useCall, useNotice, useSend, useSession, useText } from '#platform/web';
import { getUser, listRoles, listUsers, setUserRoles, type UserAccount } from '../../contract/index.ts';
import { Section } from '../account/section.tsx';
import { useRefusals } from '../texts/refusals.ts';
import { useRoleName } from '../texts/role-name.ts';
import { administrationTexts } from '../texts.ts';
import { mayGrant, sameRoles } from './grantable.rules.ts';
import { usePermissionName } from './permission-name.ts';

/** The roles of an account as boxes; those beyond the administrator's own rights cannot be touched. */
export function RolesSection({ user }: { readonly user: UserAccount }): ReactNode {
  const t = useText(administrationTexts);
  const refusals = useRefusals();
  const roleName = useRoleName();
  const permissionName = usePermissionName();
  const session = useSession();
  const notice = useNotice();
  const [chosen, setChosen] = useState<readonly string[]>(user.roles);
  const roles = useCall(listRoles, {});
  const own = useMemo(() => new Set<string>(session.user?.permissions ?? []), [session.user]);
  const save = useSend(setUserRoles, {
    onSuccess: async () => {
      notice.success(t('user.saved'));
      if (user.id === session.user?.id) await session.reload();
    },
    invalidates: [getUser, listUsers, listRoles],
  });
  const unchanged = sameRoles(chosen, user.roles);
  return (
    <Section title={t('user.roles')} help={t('user.roles_help')}>
      <Stack spacing={2}>
        <ErrorNotice error={roles.error} onRetry={() => roles.refetch()} />
        <ErrorNotice error={save.error} refusals={refusals} />
        {roles.data === undefined ? (
          roles.error === null ? (
            <ListSkeleton rows={5} height={36} />
          ) : null
        ) : (
          <Stack component="fieldset" sx={{ border: 0, m: 0, p: 0 }} aria-label={t('user.roles')}>
            {roles.data.items.map((role) => {
              const open = mayGrant(role, own);
              const grants =
                role.permissions.length === 0
                  ? t('user.no_permissions')
                  : role.permissions.map(permissionName).join(', ');
              return (
                <FormControlLabel
                  key={role.name}
                  disabled={!open}
                  sx={{ alignItems: 'flex-start', mr: 0, py: 0.25 }}
                  control={
                    <Checkbox
                      checked={chosen.includes(role.name)}
                      onChange={(_event, on) =>
                        setChosen(on ? [...chosen, role.name] : chosen.filter((other) => other !== role.name))
                      }
                    />
                  }
                  label={
                    <Stack sx={{ pt: 1 }}>
                      <Typography sx={{ fontWeight: 540 }}>{roleName(role.name)}</Typography>
                      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                        {open ? grants : t('user.beyond')}
                      </Typography>
                    </Stack>
                  }
                />
              );
            })}
          </Stack>
        )}
        <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
          <Button
            variant="contained"
            disabled={unchanged}
            loading={save.isPending}
            onClick={() => save.mutate({ params: { id: user.id }, body: { roles: [...chosen] } })}
          >
            {t('user.save_roles')}
          </Button>
          {unchanged ? null : (
            <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>
              {t('user.unsaved')}
            </Typography>
          )}
        </Stack>
      </Stack>
    </Section>
  );
}
