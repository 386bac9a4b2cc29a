import LogoutRounded from '@mui/icons-material/LogoutRounded';
import { Box, Divider, ListItemIcon, ListItemText, Menu, MenuItem, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { platformTexts } from '../i18n/platform-texts.ts';
import { useLocalized } from '../i18n/use-language.ts';
import { useText } from '../i18n/use-text.ts';
import { useNotice } from '../patterns/use-notice.ts';
import { useSession } from '../session/use-session.ts';
import { useSignInPath } from './sign-in-path.ts';
import type { MenuOfButtonProps } from './theme-menu.tsx';
import { useEntries } from './use-entries.ts';

export interface AccountMenuListProps extends MenuOfButtonProps {
  /** Opens downwards from the right edge (top bar) instead of upwards (side bar). */
  readonly compact: boolean;
}

/** The person, their account screens, and the way out. */
export function AccountMenuList({ id, anchor, open, onClose, compact }: AccountMenuListProps): ReactNode {
  const t = useText(platformTexts);
  const localized = useLocalized();
  const { user, signOut } = useSession();
  const navigate = useNavigate();
  const notice = useNotice();
  const signInPath = useSignInPath();
  const entries = useEntries('account');

  const leave = async (): Promise<void> => {
    onClose();
    try {
      await signOut();
      await navigate(signInPath);
    } catch {
      notice.error(t('account.sign_out_failed'));
    }
  };
  return (
    <Menu
      id={id}
      anchorEl={anchor}
      open={open}
      onClose={onClose}
      anchorOrigin={{ vertical: compact ? 'bottom' : 'top', horizontal: compact ? 'right' : 'left' }}
      transformOrigin={{ vertical: compact ? 'top' : 'bottom', horizontal: compact ? 'right' : 'left' }}
      slotProps={{
        list: { 'aria-label': t('account.menu') },
        paper: { sx: { minWidth: 232, maxWidth: 320 } },
      }}
    >
      <Box component="li" role="none" sx={{ px: 2, pt: 0.75, pb: 1 }}>
        <Typography variant="body2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {user?.display_name}
        </Typography>
        <Typography variant="caption" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {user?.email}
        </Typography>
      </Box>
      <Divider component="li" role="none" sx={{ mb: 0.75 }} />
      {entries.map(({ screen }) => (
        <MenuItem key={screen.path} component={Link} to={screen.path} onClick={onClose}>
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
  );
}
