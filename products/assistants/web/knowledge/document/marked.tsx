import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { cutAtMarks, type Marks } from './marks.rules.ts';

/** A text with some of its words marked. */
export function Marked({ text, marks }: { readonly text: string; readonly marks: Marks }): ReactNode {
  if (marks.length === 0) return text;
  return cutAtMarks(text, marks).map(({ text: part, marked, at }) =>
    marked ? (
      <Box
        key={at}
        component="mark"
        sx={{
          color: 'inherit',
          borderRadius: '3px',
          bgcolor: 'color-mix(in srgb, var(--mui-palette-warning-main) 32%, transparent)',
        }}
      >
        {part}
      </Box>
    ) : (
      part
    ),
  );
}
