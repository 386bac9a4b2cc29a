import type { ColorSystemOptions } from '@mui/material/styles';

/** Paper, ink and pine: warm neutrals with one deep green; accents stay quiet. Every text pair keeps 4.5 : 1. */
export const light: ColorSystemOptions = {
  palette: {
    primary: { main: '#0E6655', light: '#3C8878', dark: '#0A4D40', contrastText: '#FFFFFF' },
    secondary: { main: '#9A4A1F', light: '#B96A3F', dark: '#743614', contrastText: '#FFFFFF' },
    error: { main: '#B1302A', light: '#C9534D', dark: '#8C231E', contrastText: '#FFFFFF' },
    warning: { main: '#8A5600', light: '#B07A22', dark: '#6B4300', contrastText: '#FFFFFF' },
    info: { main: '#2C5F91', light: '#527FAD', dark: '#1F4770', contrastText: '#FFFFFF' },
    success: { main: '#2A7038', light: '#4D8E5A', dark: '#1D5228', contrastText: '#FFFFFF' },
    text: { primary: '#1A211E', secondary: '#535E58', disabled: '#8B948F' },
    background: { default: '#F6F5F1', paper: '#FFFFFF' },
    divider: '#E1DFD8',
    action: {
      hover: 'rgba(26, 60, 50, 0.05)',
      selected: 'rgba(14, 102, 85, 0.10)',
      focus: 'rgba(14, 102, 85, 0.14)',
    },
  },
};

export const dark: ColorSystemOptions = {
  palette: {
    primary: { main: '#74D0B6', light: '#9BE0CC', dark: '#4DB297', contrastText: '#06231B' },
    secondary: { main: '#EBA679', light: '#F3C3A3', dark: '#CC8455', contrastText: '#2E1504' },
    error: { main: '#FF9D92', light: '#FFBDB5', dark: '#E5766A', contrastText: '#3B0805' },
    warning: { main: '#F0BE68', light: '#F6D497', dark: '#CF9B41', contrastText: '#2E1F00' },
    info: { main: '#93BFEF', light: '#B7D6F6', dark: '#6A9CD1', contrastText: '#06213D' },
    success: { main: '#86D498', light: '#ABE3B8', dark: '#5FB573', contrastText: '#07260F' },
    text: { primary: '#E8ECE9', secondary: '#A5B0AA', disabled: '#6E7974' },
    background: { default: '#111513', paper: '#191E1C' },
    divider: '#2C3330',
    action: {
      hover: 'rgba(220, 240, 232, 0.06)',
      selected: 'rgba(116, 208, 182, 0.14)',
      focus: 'rgba(116, 208, 182, 0.18)',
    },
  },
};

/** Categories in charts and graphs, apart from each other also for colour-blind eyes. */
export const series = {
  light: ['#0E6655', '#C2703D', '#4A6FA5', '#8B5A9F', '#A8892C', '#B24A5B'],
  dark: ['#74D0B6', '#EBA679', '#93BFEF', '#C9A0DC', '#E0C76A', '#F09AA8'],
} as const;
