import { Box } from '@mui/material';
import type { Key, ReactNode } from 'react';

export interface CardGridProps<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => Key;
  /** Names the list for screen readers. */
  readonly label: string;
  readonly children: (item: Item) => ReactNode;
}

/** Cards side by side, as many as there is room for: a list to screen readers. */
export function CardGrid<Item>({ items, keyOf, label, children }: CardGridProps<Item>): ReactNode {
  return (
    <Box
      component="ul"
      aria-label={label}
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
      }}
    >
      {items.map((item) => (
        <li key={keyOf(item)}>{children(item)}</li>
      ))}
    </Box>
  );
}
