import { useColorScheme } from '@mui/material/styles';

/** Colours of the built-in map, as hex: a canvas knows no CSS variables. */
export interface MapInks {
  readonly land: string;
  readonly water: string;
  readonly shore: string;
  readonly park: string;
  readonly street: string;
  readonly label: string;
}

const light: MapInks = {
  land: '#F2F0E9',
  water: '#B9D6E3',
  shore: '#9FC1D1',
  park: '#D3E2C5',
  street: '#FFFFFF',
  label: '#4C5A60',
};

const dark: MapInks = {
  land: '#1B211F',
  water: '#173743',
  shore: '#23505F',
  park: '#20301F',
  street: '#303937',
  label: '#A9B8BC',
};

export function useMapInks(): MapInks {
  const { mode, systemMode } = useColorScheme();
  return (mode === 'system' ? systemMode : mode) === 'dark' ? dark : light;
}
