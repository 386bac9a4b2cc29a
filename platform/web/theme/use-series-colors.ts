import { useColorScheme } from '@mui/material/styles';
import { series } from './palette.ts';

/** Six colours for categories (charts, graphs, levels), right for the scheme in use; as hex, fit for canvas. */
export function useSeriesColors(): readonly string[] {
  const { mode, systemMode } = useColorScheme();
  const scheme = mode === 'system' ? systemMode : mode;
  return scheme === 'dark' ? series.dark : series.light;
}
