import { ListItemIcon, ListItemText, Menu, MenuItem } from '@mui/material';
import { useColorScheme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { platformTexts } from '../i18n/platform-texts.ts';
import { useText } from '../i18n/use-text.ts';
import { schemeModes } from './scheme-modes.ts';

export interface MenuOfButtonProps {
  readonly id: string;
  readonly anchor: HTMLElement | null;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Light, dark, or whatever the system says. */
export function ThemeMenu({ id, anchor, open, onClose }: MenuOfButtonProps): ReactNode {
  const t = useText(platformTexts);
  const { mode, setMode } = useColorScheme();
  return (
    <Menu
      id={id}
      anchorEl={anchor}
      open={open}
      onClose={onClose}
      slotProps={{ list: { 'aria-label': t('theme.label') } }}
    >
      {schemeModes.map((entry) => (
        <MenuItem
          key={entry.mode}
          role="menuitemradio"
          aria-checked={mode === entry.mode}
          selected={mode === entry.mode}
          onClick={() => {
            setMode(entry.mode);
            onClose();
          }}
        >
          <ListItemIcon>
            <entry.icon fontSize="small" />
          </ListItemIcon>
          <ListItemText>{t(`theme.${entry.mode}`)}</ListItemText>
        </MenuItem>
      ))}
    </Menu>
  );
}
