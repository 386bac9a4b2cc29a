import { Chip, Stack } from '@mui/material';
import type { ReactNode } from 'react';

interface FilterBarProps {
  readonly children: ReactNode;
  /** Filters that came with a link and can only be taken away. */
  readonly chips?: readonly { readonly label: string; readonly onDelete: () => void }[];
}

/** The filters above a list: side by side, as many as there is room for. */
export function FilterBar({ children, chips = [] }: FilterBarProps): ReactNode {
  return (
    <Stack spacing={1.5} sx={{ mb: 2.5 }}>
      <Stack direction="row" useFlexGap sx={{ gap: 1.5, flexWrap: 'wrap' }}>
        {children}
      </Stack>
      {chips.length === 0 ? null : (
        <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap' }}>
          {chips.map((chip) => (
            <Chip key={chip.label} {...chip} />
          ))}
        </Stack>
      )}
    </Stack>
  );
}
