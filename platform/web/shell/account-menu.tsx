import LoginRounded from '@mui/icons-material/LoginRounded';
import LogoutRounded from '@mui/icons-material/LogoutRounded';
import {
  Avatar,
  Box,
  Button,
  ButtonBase,
  Divider,
  ListItemIcon,
  ListItemText,
  Menu,
  MenuItem,
  Typography,
} from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { platformTexts } from '../i18n/platform-texts.ts';
import { useLocalized } from '../i18n/use-language.ts';
import { useText } from '../i18n/use-text.ts';
import { useNotice } from '../patterns/notices.tsx';
import { useSession } from '../session/use-session.ts';
import { useSignInPath } from './sign-in-path.ts';
import { useEntries } from './use-entries.ts';

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();

/** The signed-in person: their name, account screens and the way out; for others the way in. */
export function AccountMenu({ compact = false }: { readonly compact?: boolean }): ReactNode {
  const t = useText(platformTexts);
  const localized = useLocalized();
  const session = useSession();
  const navigate = useNavigate();
  const notice = useNotice();
  const entries = useEntries('account');
  const signInPath = useSignInPath();
  const menuId = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { user } = session;

  if (user === null) {
    return session.status === 'loading' ? null : (
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
  const leave = async (): Promise<void> => {
    setAnchor(null);
    try {
      await session.signOut();
      await navigate(signInPath);
    } catch {
      notice.error(t('account.sign_out_failed'));
    }
  };
  return (
    <>
      <ButtonBase
        aria-label={`${t('account.menu')}: ${user.display_name}`}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor === null ? undefined : menuId}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{
          borderRadius: '10px',
          p: compact ? 0.5 : 0.75,
          gap: 1.25,
          minWidth: 0,
          flex: compact ? 'none' : 1,
          justifyContent: 'flex-start',
          '&:hover': { bgcolor: 'action.hover' },
        }}
      >
        <Avatar
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
        {compact ? null : (
          <Typography variant="body2" noWrap sx={{ fontWeight: 560, minWidth: 0 }}>
            {user.display_name}
          </Typography>
        )}
      </ButtonBase>
      <Menu
        id={menuId}
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: compact ? 'bottom' : 'top', horizontal: compact ? 'right' : 'left' }}
        transformOrigin={{ vertical: compact ? 'top' : 'bottom', horizontal: compact ? 'right' : 'left' }}
        slotProps={{
          list: { 'aria-label': t('account.menu') },
          paper: { sx: { minWidth: 232, maxWidth: 320 } },
        }}
      >
        <Box component="li" role="none" sx={{ px: 2, pt: 0.75, pb: 1 }}>
          <Typography variant="body2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
            {user.display_name}
          </Typography>
          <Typography variant="caption" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {user.email}
          </Typography>
        </Box>
        <Divider component="li" role="none" sx={{ mb: 0.75 }} />
        {entries.map(({ screen }) => (
          <MenuItem key={screen.path} component={Link} to={screen.path} onClick={() => setAnchor(null)}>
            <ListItemIcon>
              <screen.nav.icon fontSize="small" />
            </ListItemIcon>
            <ListItemText>{localized(screen.title)}</ListItemText>
          </MenuItem>
        ))}
        <MenuItem onClick={() => void leave()}>
          <ListItemIcon>
            <LogoutRounded fontSize="small" />
          </ListItemIcon>
          <ListItemText>{t('account.sign_out')}</ListItemText>
        </MenuItem>
      </Menu>
    </>
  );
}
