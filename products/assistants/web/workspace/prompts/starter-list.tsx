import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useLocalized } from '#platform/web';
import type { Assistant } from '../../../contract/index.ts';
import { holdsWords } from './prompt.rules.ts';
import { PromptRow } from './prompt-row.tsx';

export interface StarterListProps {
  readonly assistant: Assistant;
  readonly words: string;
  readonly onTake: (text: string) => void;
}

/** Questions an assistant comes with. */
export function StarterList({ assistant, words, onTake }: StarterListProps): ReactNode {
  const localized = useLocalized();
  const starters = assistant.starters.map(localized).filter((text) => holdsWords(words, text));
  if (starters.length === 0) return null;
  return (
    <Box component="section">
      <Typography variant="overline" component="h3" sx={{ color: 'text.secondary' }}>
        {localized(assistant.title)}
      </Typography>
      {starters.map((text) => (
        <PromptRow key={text} title={text} onTake={() => onTake(text)} />
      ))}
    </Box>
  );
}
