import ContrastRounded from '@mui/icons-material/ContrastRounded';
import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined';
import LightModeOutlined from '@mui/icons-material/LightModeOutlined';
import { Button, IconButton, ListItemIcon, ListItemText, Menu, MenuItem, Tooltip } from '@mui/material';
import { useColorScheme } from '@mui/material/styles';
import { type ReactNode, useId, useState } from 'react';
import { platformTexts } from '../i18n/platform-texts.ts';
import { useLanguage, useSetLanguage } from '../i18n/use-language.ts';
import { useText } from '../i18n/use-text.ts';

/** Switches between Russian and English; named in the language it leads to. */
export function LanguageSwitch(): ReactNode {
  const t = useText(platformTexts);
  const language = useLanguage();
  const setLanguage = useSetLanguage();
  const other = language === 'ru' ? 'en' : 'ru';
  return (
    <Tooltip title={t('language.switch')}>
      <Button
        color="inherit"
        lang={other}
        aria-label={t('language.switch')}
        onClick={() => setLanguage(other)}
        sx={{ minWidth: 40, px: 0.5, color: 'text.secondary', fontSize: '0.8125rem', fontWeight: 640 }}
      >
        {other.toUpperCase()}
      </Button>
    </Tooltip>
  );
}

const modes = [
  { mode: 'system', icon: ContrastRounded },
  { mode: 'light', icon: LightModeOutlined },
  { mode: 'dark', icon: DarkModeOutlined },
] as const;

/** Chooses light, dark, or whatever the system says; remembered in this browser. */
export function ThemeSwitch(): ReactNode {
  const t = useText(platformTexts);
  const { mode, setMode } = useColorScheme();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const menuId = useId();
  const Icon = (modes.find((entry) => entry.mode === mode) ?? modes[0]).icon;
  return (
    <>
      <Tooltip title={t('theme.label')}>
        <IconButton
          aria-label={t('theme.label')}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          aria-controls={anchor === null ? undefined : menuId}
          onClick={(event) => setAnchor(event.currentTarget)}
          sx={{ color: 'text.secondary' }}
        >
          <Icon fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu
        id={menuId}
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': t('theme.label') } }}
      >
        {modes.map((entry) => (
          <MenuItem
            key={entry.mode}
            role="menuitemradio"
            aria-checked={mode === entry.mode}
            selected={mode === entry.mode}
            onClick={() => {
              setMode(entry.mode);
              setAnchor(null);
            }}
          >
            <ListItemIcon>
              <entry.icon fontSize="small" />
            </ListItemIcon>
            <ListItemText>{t(`theme.${entry.mode}`)}</ListItemText>
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
