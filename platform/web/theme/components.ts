import type { Components, CssVarsTheme, Theme } from '@mui/material/styles';

type ThemedComponents = Components<Omit<Theme, 'components' | 'palette'> & CssVarsTheme>;

const ring = '2px solid var(--mui-palette-primary-main)';

/** How the library's components look here: borders instead of shadows, calm corners, rings on keyboard focus. */
export const components: ThemedComponents = {
  MuiCssBaseline: {
    styleOverrides: {
      body: { fontFeatureSettings: '"cv05", "cv11", "ss03"', WebkitFontSmoothing: 'antialiased' },
      '#root': { minHeight: '100dvh' },
      ':focus-visible': { outline: ring, outlineOffset: 2 },
      'h1:focus, main:focus': { outline: 'none' },
      '::selection': { background: 'var(--mui-palette-action-focus)' },
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': {
          animationDuration: '0.01ms !important',
          animationIterationCount: '1 !important',
          transitionDuration: '0.01ms !important',
          scrollBehavior: 'auto !important',
        },
      },
    },
  },
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: { root: { '&.Mui-focusVisible': { outline: ring, outlineOffset: 2 } } },
  },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: {
      root: { minHeight: 40, paddingInline: 16, borderRadius: 10 },
      sizeSmall: { minHeight: 32, paddingInline: 12 },
      sizeLarge: { minHeight: 48, paddingInline: 24 },
      outlined: {
        borderColor: 'var(--mui-palette-divider)',
        backgroundColor: 'var(--mui-palette-background-paper)',
      },
    },
  },
  MuiIconButton: { styleOverrides: { root: { borderRadius: 10, minWidth: 40, minHeight: 40 } } },
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiCard: { defaultProps: { variant: 'outlined' }, styleOverrides: { root: { borderRadius: 12 } } },
  MuiCardContent: { styleOverrides: { root: { padding: 20, '&:last-child': { paddingBottom: 20 } } } },
  MuiMenu: {
    styleOverrides: {
      paper: {
        border: '1px solid var(--mui-palette-divider)',
        borderRadius: 12,
        marginTop: 4,
        boxShadow: '0 12px 32px -12px rgba(10, 25, 20, 0.28)',
      },
      list: { padding: 6 },
    },
  },
  MuiMenuItem: { styleOverrides: { root: { borderRadius: 8, minHeight: 40, fontSize: '0.9375rem' } } },
  MuiListItemIcon: { styleOverrides: { root: { minWidth: 32 } } },
  MuiDialog: {
    styleOverrides: { paper: { borderRadius: 14, border: '1px solid var(--mui-palette-divider)' } },
  },
  MuiDialogTitle: { styleOverrides: { root: { fontSize: '1.125rem', fontWeight: 640 } } },
  MuiDialogActions: { styleOverrides: { root: { padding: 20, paddingTop: 8 } } },
  MuiOutlinedInput: {
    styleOverrides: {
      root: { borderRadius: 10, backgroundColor: 'var(--mui-palette-background-paper)' },
      notchedOutline: {
        borderColor: 'color-mix(in srgb, var(--mui-palette-text-secondary) 45%, transparent)',
      },
    },
  },
  MuiFormHelperText: { styleOverrides: { root: { marginInline: 2 } } },
  MuiTooltip: {
    defaultProps: { arrow: false, enterDelay: 400 },
    styleOverrides: { tooltip: { fontSize: '0.8125rem', borderRadius: 8, padding: '6px 10px' } },
  },
  MuiAlert: { styleOverrides: { root: { borderRadius: 12, alignItems: 'flex-start' } } },
  MuiChip: { styleOverrides: { root: { borderRadius: 8, fontWeight: 500 } } },
  MuiTab: { styleOverrides: { root: { minHeight: 44, fontWeight: 560 } } },
  // Its own colour is too pale on our ground.
  MuiToggleButton: { styleOverrides: { root: { color: 'var(--mui-palette-text-secondary)' } } },
  MuiTabs: { styleOverrides: { indicator: { height: 3, borderRadius: 3 } } },
  MuiLink: { defaultProps: { underline: 'hover' } },
  MuiListItemButton: { styleOverrides: { root: { borderRadius: 10 } } },
  MuiTableCell: { styleOverrides: { head: { fontWeight: 600, color: 'var(--mui-palette-text-secondary)' } } },
  MuiSkeleton: { defaultProps: { animation: 'wave' }, styleOverrides: { rounded: { borderRadius: 10 } } },
  MuiUseMediaQuery: { defaultProps: { noSsr: true } },
};
