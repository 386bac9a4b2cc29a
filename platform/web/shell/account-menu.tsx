import LoginRounded from '@mui/icons-material/LoginRounded';
import { Avatar, Box, Button, ButtonBase, Typography } from '@mui/material';
import { lazy, type ReactNode, useId, useState } from 'react';
import { Link } from 'react-router';
import { platformTexts } from '../i18n/platform-texts.ts';
import { useText } from '../i18n/use-text.ts';
import { visuallyHidden } from '../patterns/visually-hidden.ts';
import { useSession } from '../session/use-session.ts';
import { Late } from './late.tsx';
import { useSignInPath } from './sign-in-path.ts';

const AccountMenuList = lazy(async () => ({
  default: (await import('./account-menu-list.tsx')).AccountMenuList,
}));

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();

/** The signed-in person and the menu behind their name; for others the way in. */
export function AccountMenu({ compact = false }: { readonly compact?: boolean }): ReactNode {
  const t = useText(platformTexts);
  const { user, status } = useSession();
  const signInPath = useSignInPath();
  const menuId = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);

  if (user === null) {
    return status === 'loading' ? null : (
      <Button
        component={Link}
        to={signInPath}
        variant="outlined"
        color="inherit"
        startIcon={<LoginRounded />}
      >
        {t('account.sign_in')}
      </Button>
    );
  }
  return (
    <>
      <ButtonBase
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor === null ? undefined : menuId}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{
          borderRadius: '10px',
          p: compact ? 0.5 : 0.75,
          gap: 1.25,
          minWidth: 0,
          position: 'relative',
          flex: compact ? 'none' : 1,
          justifyContent: 'flex-start',
          '&:hover': { bgcolor: 'action.hover' },
        }}
      >
        <Avatar
          aria-hidden
          sx={{
            width: 32,
            height: 32,
            fontSize: '0.8125rem',
            fontWeight: 640,
            bgcolor: 'action.selected',
            color: 'primary.main',
          }}
        >
          {initialsOf(user.display_name)}
        </Avatar>
        <Box component="span" sx={visuallyHidden}>
          {`${t('account.menu')}: `}
        </Box>
        <Typography
          variant="body2"
          component="span"
          noWrap
          sx={compact ? visuallyHidden : { fontWeight: 560, minWidth: 0 }}
        >
          {user.display_name}
        </Typography>
      </ButtonBase>
      <Late wanted={anchor !== null}>
        <AccountMenuList
          id={menuId}
          anchor={anchor}
          open={anchor !== null}
          onClose={() => setAnchor(null)}
          compact={compact}
        />
      </Late>
    </>
  );
}
