import { Box, Button, Typography } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';

export interface FoldableContentsProps<Entry> {
  /** Names the way through a text, above it and for screen readers. */
  readonly title: string;
  readonly heading: 'h2' | 'h3';
  readonly showLabel: string;
  readonly hideLabel: string;
  /** CSS height from which the list scrolls on wide screens. */
  readonly maxHeight: string;
  readonly entries: readonly Entry[];
  /** A list item; what leads to a place folds the list again. */
  readonly children: (entry: Entry, place: number, fold: () => void) => ReactNode;
}

/** The parts of a text as a way through it: beside the text where there is room, folded away on phones. */
export function FoldableContents<Entry>(props: FoldableContentsProps<Entry>): ReactNode {
  const { title, heading, showLabel, hideLabel, maxHeight, entries, children } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const fold = (): void => setOpen(false);
  return (
    <Box component="nav" aria-label={title} sx={{ minWidth: 0 }}>
      <Typography variant="h4" component={heading} sx={{ display: { xs: 'none', md: 'block' }, mb: 0.75 }}>
        {title}
      </Typography>
      <Button
        variant="outlined"
        color="inherit"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        sx={{ display: { md: 'none' }, width: '100%' }}
      >
        {open ? hideLabel : showLabel}
      </Button>
      <Box
        component="ol"
        id={id}
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          mt: { xs: 1, md: 0 },
          display: { xs: open ? 'grid' : 'none', md: 'grid' },
          gridTemplateColumns: 'minmax(0, 1fr)',
          maxHeight: { md: maxHeight },
          overflowY: { md: 'auto' },
        }}
      >
        {entries.map((entry, place) => children(entry, place, fold))}
      </Box>
    </Box>
  );
}
