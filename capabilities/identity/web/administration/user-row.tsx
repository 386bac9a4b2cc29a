import ChevronRightRounded from '@mui/icons-material/ChevronRightRounded';
import { Box, Card, CardActionArea, Chip, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSession, useText } from '#platform/web';
import type { UserAccount } from '../../contract/index.ts';
import { useRoleName } from '../texts/role-name.ts';
import { administrationTexts } from '../texts.ts';

/** One account in the list; leads to its page. */
export function UserRow({ user }: { readonly user: UserAccount }): ReactNode {
  const t = useText(administrationTexts);
  const roleName = useRoleName();
  const session = useSession();
  const beyondUser = user.roles.filter((role) => role !== 'user');
  return (
    <Card>
      <CardActionArea component={Link} to={`/admin/users/${user.id}`} sx={{ px: 2, py: 1.5 }}>
        <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
          <Box
            sx={{
              flex: 1,
              minWidth: 0,
              display: 'grid',
              gap: { xs: 1, sm: 2 },
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) auto' },
              alignItems: 'center',
            }}
          >
            <Box sx={{ minWidth: 0 }}>
              <Typography noWrap sx={{ fontWeight: 580 }}>
                {user.display_name}
                {user.id === session.user?.id ? (
                  <Typography component="span" sx={{ color: 'text.secondary' }}>
                    {' '}
                    ({t('users.you')})
                  </Typography>
                ) : null}
              </Typography>
              <Typography variant="body2" noWrap sx={{ color: 'text.secondary' }}>
                {user.email ?? t('users.no_email')}
              </Typography>
            </Box>
            <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap' }}>
              {user.locked_at === null ? null : (
                <Chip size="small" color="error" variant="outlined" label={t('users.locked')} />
              )}
              {user.email_verified ? null : (
                <Chip size="small" color="warning" variant="outlined" label={t('users.unverified')} />
              )}
              {beyondUser.map((role) => (
                <Chip key={role} size="small" label={roleName(role)} />
              ))}
            </Stack>
          </Box>
          <Box aria-hidden sx={{ color: 'text.secondary', lineHeight: 0 }}>
            <ChevronRightRounded />
          </Box>
        </Stack>
      </CardActionArea>
    </Card>
  );
}
