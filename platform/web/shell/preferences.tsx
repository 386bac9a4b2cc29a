import { Button, IconButton } from '@mui/material';
import { useColorScheme } from '@mui/material/styles';
import { lazy, type ReactNode, useId, useState } from 'react';
import { platformTexts } from '../i18n/platform-texts.ts';
import { useLanguage, useSetLanguage } from '../i18n/use-language.ts';
import { useText } from '../i18n/use-text.ts';
import { Late } from './late.tsx';
import { schemeModes } from './scheme-modes.ts';

const ThemeMenu = lazy(async () => ({ default: (await import('./theme-menu.tsx')).ThemeMenu }));

/** Switches between Russian and English; named in the language it leads to. */
export function LanguageSwitch(): ReactNode {
  const t = useText(platformTexts);
  const language = useLanguage();
  const setLanguage = useSetLanguage();
  const other = language === 'ru' ? 'en' : 'ru';
  return (
    <Button
      color="inherit"
      lang={other}
      title={t('language.switch')}
      aria-label={`${other.toUpperCase()}: ${t('language.switch')}`}
      onClick={() => setLanguage(other)}
      sx={{ minWidth: 40, px: 0.5, color: 'text.secondary', fontSize: '0.8125rem', fontWeight: 640 }}
    >
      {other.toUpperCase()}
    </Button>
  );
}

/** Chooses light, dark, or whatever the system says; remembered in this browser. */
export function ThemeSwitch(): ReactNode {
  const t = useText(platformTexts);
  const { mode } = useColorScheme();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const menuId = useId();
  const Icon = (schemeModes.find((entry) => entry.mode === mode) ?? schemeModes[0]).icon;
  return (
    <>
      <IconButton
        title={t('theme.label')}
        aria-label={t('theme.label')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor === null ? undefined : menuId}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ color: 'text.secondary' }}
      >
        <Icon fontSize="small" />
      </IconButton>
      <Late wanted={anchor !== null}>
        <ThemeMenu id={menuId} anchor={anchor} open={anchor !== null} onClose={() => setAnchor(null)} />
      </Late>
    </>
  );
}
