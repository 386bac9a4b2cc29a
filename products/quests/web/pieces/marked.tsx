import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { piecesOf } from './marked.rules.ts';

interface MarkedProps {
  readonly text: string;
  readonly marks: readonly (readonly number[])[];
}

/** A text with the words of the search marked. */
export function Marked({ text, marks }: MarkedProps): ReactNode {
  return piecesOf(text, marks).map(({ at, text: piece, marked }) =>
    marked ? (
      <Box
        key={at}
        component="mark"
        sx={{ bgcolor: 'action.focus', color: 'inherit', borderRadius: '3px', px: '1px' }}
      >
        {piece}
      </Box>
    ) : (
      piece
    ),
  );
}
