import { Box, ButtonBase } from '@mui/material';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { Page, useText } from '#platform/web';
import { accountTexts } from '../texts.ts';

const parts = [
  { path: '/account', key: 'profile' },
  { path: '/account/security', key: 'security' },
  { path: '/account/api-keys', key: 'keys' },
  { path: '/account/data', key: 'data' },
] as const;

export interface AccountPageProps {
  readonly part: (typeof parts)[number]['key'];
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of one part of the account, with ways to the others. */
export function AccountPage({ part, actions, children }: AccountPageProps): ReactNode {
  const t = useText(accountTexts);
  const { pathname } = useLocation();
  return (
    <>
      <Box
        component="nav"
        aria-label={t('sections')}
        sx={{
          maxWidth: 720,
          mx: 'auto',
          mb: 3,
          display: 'flex',
          gap: 0.5,
          overflowX: 'auto',
          scrollbarWidth: 'none',
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        {parts.map(({ path, key }) => {
          const current = pathname === path;
          return (
            <ButtonBase
              key={path}
              component={Link}
              to={path}
              aria-current={current ? 'page' : undefined}
              sx={{
                px: { xs: 1, sm: 1.5 },
                minHeight: 44,
                flexShrink: 0,
                fontSize: { xs: '0.875rem', sm: '0.9375rem' },
                fontWeight: current ? 600 : 500,
                color: current ? 'primary.main' : 'text.secondary',
                boxShadow: current ? 'inset 0 -3px 0 var(--mui-palette-primary-main)' : 'none',
                '&:hover': { color: 'text.primary' },
                '&.Mui-focusVisible': { outlineOffset: -2 },
              }}
            >
              {t(`${key}.title`)}
            </ButtonBase>
          );
        })}
      </Box>
      <Page title={t(`${part}.title`)} help={t(`${part}.help`)} actions={actions} width="narrow">
        {children}
      </Page>
    </>
  );
}
