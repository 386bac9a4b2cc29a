import { createTheme } from '@mui/material/styles';
import { components } from './components.ts';
import { dark, light } from './palette.ts';

const heading = { fontWeight: 650, letterSpacing: '-0.02em', textWrap: 'balance' } as const;

/** Both schemes as CSS variables; the one in use is the `data-mui-color-scheme` of the document. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-mui-color-scheme' },
  colorSchemes: { light, dark },
  shape: { borderRadius: 10 },
  spacing: 8,
  typography: {
    fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
    h1: { ...heading, fontSize: 'clamp(1.5rem, 1.2rem + 1.2vw, 2rem)', lineHeight: 1.2 },
    h2: { ...heading, fontSize: '1.25rem', lineHeight: 1.3 },
    h3: { ...heading, fontSize: '1.0625rem', lineHeight: 1.35, letterSpacing: '-0.012em' },
    h4: { ...heading, fontSize: '1rem', lineHeight: 1.4, letterSpacing: '-0.01em' },
    body1: { fontSize: '1rem', lineHeight: 1.55 },
    body2: { fontSize: '0.875rem', lineHeight: 1.5 },
    caption: { fontSize: '0.8125rem', lineHeight: 1.4 },
    overline: { fontSize: '0.75rem', fontWeight: 600, letterSpacing: '0.05em', lineHeight: 1.6 },
    button: { textTransform: 'none', fontWeight: 580, letterSpacing: 0 },
  },
  components,
});
