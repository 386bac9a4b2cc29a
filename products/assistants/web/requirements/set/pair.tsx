import { Box, Chip, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import type { Requirement } from '../../../contract/index.ts';
import { RequirementLink } from './requirement-link.tsx';

export interface PairProps {
  readonly ids: readonly string[];
  /** What the two have to do with each other, in a word or two. */
  readonly word: string;
  readonly note?: string;
  readonly textOf: (id: string) => Requirement | undefined;
  readonly onShow: (id: string) => void;
}

/** Two requirements side by side. */
export function Pair({ ids, word, note, textOf, onShow }: PairProps): ReactNode {
  return (
    <Box sx={{ borderLeft: 3, borderColor: 'warning.main', pl: 1.5, py: 0.25 }}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 0.5 }}>
        <Chip size="small" label={word} />
        {note === undefined ? null : (
          <Box component="span" sx={{ fontSize: '0.875rem', overflowWrap: 'anywhere' }}>
            {note}
          </Box>
        )}
      </Stack>
      {ids.map((id) => (
        <Box key={id} sx={{ fontSize: '0.875rem', mt: 0.5, overflowWrap: 'anywhere' }}>
          <RequirementLink id={id} onShow={onShow} />
          {` ${textOf(id)?.text ?? ''}`}
        </Box>
      ))}
    </Box>
  );
}
