import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { CaseFlag } from '../../contract/index.ts';
import { useFlagName } from './flag-name.ts';
import { markedPieces } from './marked.rules.ts';

interface MarkedTextProps {
  readonly text: string;
  readonly marks: readonly CaseFlag[];
}

/** A text with what the filters found in it underlined and named. */
export function MarkedText({ text, marks }: MarkedTextProps): ReactNode {
  const nameOf = useFlagName();
  return (
    <Typography component="div" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {markedPieces(text, marks).map((piece) =>
        piece.code === null ? (
          <span key={piece.from}>{piece.text}</span>
        ) : (
          <Box
            component="mark"
            key={piece.from}
            title={nameOf(piece.code)}
            sx={{
              bgcolor: 'action.selected',
              color: 'inherit',
              borderBottom: 2,
              borderColor: 'error.main',
              borderRadius: 0.5,
              px: 0.25,
            }}
          >
            {piece.text}
          </Box>
        ),
      )}
    </Typography>
  );
}
