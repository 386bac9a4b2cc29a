import { Box, Button, Chip, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { CopyButton, RelativeTime, useSession, useText } from '#platform/web';
import type { UserAccount } from '../../contract/index.ts';
import { Section } from '../account/section.tsx';
import { administrationTexts } from '../texts.ts';

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {name}
      </Box>
      <Box component="dd" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere', mb: { xs: 1, sm: 0 } }}>
        {children}
      </Box>
    </>
  );
}

/** What is known about an account. */
export function UserFacts({ user }: { readonly user: UserAccount }): ReactNode {
  const t = useText(administrationTexts);
  const session = useSession();
  return (
    <Section
      title={t('user.about')}
      side={
        session.can('view_audit') ? (
          <Button component={Link} to={`/admin/audit?about=${user.id}`} size="small">
            {t('user.audit')}
          </Button>
        ) : undefined
      }
    >
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '150px minmax(0, 1fr)' },
          columnGap: 2,
          rowGap: { xs: 0, sm: 1 },
          alignItems: 'center',
          fontSize: '0.9375rem',
        }}
      >
        <Fact name={t('user.email')}>
          <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            {user.email ?? t('users.no_email')}
            {user.email_verified ? null : (
              <Chip size="small" color="warning" variant="outlined" label={t('users.unverified')} />
            )}
          </Stack>
        </Fact>
        <Fact name={t('user.id')}>
          <code>{user.id}</code> <CopyButton text={user.id} label={t('user.copy_id')} />
        </Fact>
        <Fact name={t('user.language')}>{user.locale === 'ru' ? 'Русский' : 'English'}</Fact>
        <Fact name={t('user.time_zone')}>{user.time_zone}</Fact>
        <Fact name={t('user.two_factor')}>{user.two_factor_enabled ? t('user.on') : t('user.off')}</Fact>
        <Fact name={t('user.registered')}>
          <RelativeTime value={user.created_at} />
        </Fact>
      </Box>
    </Section>
  );
}
