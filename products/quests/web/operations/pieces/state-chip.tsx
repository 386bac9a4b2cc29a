import { Chip, type ChipProps } from '@mui/material';
import type { ReactNode } from 'react';

interface StateChipProps<State extends string> {
  readonly state: State;
  readonly colors: Readonly<Record<State, NonNullable<ChipProps['color']>>>;
  readonly label: string;
}

/** Where a record stands, in a word. */
export function StateChip<State extends string>({ state, colors, label }: StateChipProps<State>): ReactNode {
  return <Chip size="small" variant="outlined" color={colors[state]} label={label} />;
}
