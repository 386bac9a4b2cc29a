import { Box, Skeleton } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { catalogueTexts } from './texts.ts';

interface QuestGridProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly children: (item: Item) => ReactNode;
  /** One line that scrolls sideways, for sections. */
  readonly row?: boolean;
}

const grid = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 270px), 1fr))',
} as const;

const line = {
  display: 'grid',
  gap: 2,
  gridAutoFlow: 'column',
  gridAutoColumns: 'min(78vw, 290px)',
  overflowX: 'auto',
  scrollSnapType: 'x proximity',
  // Room for the focus ring, which would be cut off.
  p: '4px',
  m: '-4px',
  pb: 1.5,
  '& > li': { scrollSnapAlign: 'start' },
} as const;

/** Cards side by side. */
export function QuestGrid<Item>({ label, items, keyOf, children, row }: QuestGridProps<Item>): ReactNode {
  return (
    <Box
      component="ul"
      aria-label={label}
      sx={[{ listStyle: 'none', p: 0, m: 0, '& > li': { minWidth: 0 } }, row === true ? line : grid]}
    >
      {items.map((item) => (
        <li key={keyOf(item)}>{children(item)}</li>
      ))}
    </Box>
  );
}

interface GridSkeletonProps {
  readonly cards?: number;
  readonly row?: boolean;
}

/** Grey cards where cards are loading, as high as the real ones. */
export function QuestGridSkeleton({ cards = 6, row }: GridSkeletonProps): ReactNode {
  const t = useText(catalogueTexts);
  return (
    <Box role="status" aria-label={t('loading')} sx={row === true ? { ...line, overflowX: 'hidden' } : grid}>
      {Array.from({ length: cards }, (_, index) => `card-${index}`).map((card) => (
        <Skeleton key={card} variant="rounded" height={350} />
      ))}
    </Box>
  );
}
