import { Alert, Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useProblemText, useText } from '#platform/web';
import { useRefusals } from '../refusals.ts';
import { workspaceTexts } from '../texts.ts';
import { holdsWords } from './prompt.rules.ts';
import { PromptRow } from './prompt-row.tsx';
import type { TakeOver } from './use-take-over.ts';

export interface TakeOverNoteProps {
  readonly takeOver: TakeOver;
  /** The list above says already that the server cannot be reached. */
  readonly isOfflineTold: boolean;
  readonly words: string;
  readonly onTake: (text: string) => void;
}

/** Prompts that are still in this browser only, and why; they can be taken from here, too. */
export function TakeOverNote({ takeOver, isOfflineTold, words, onTake }: TakeOverNoteProps): ReactNode {
  const t = useText(workspaceTexts);
  const problemText = useProblemText();
  const refusals = useRefusals();
  const { left, isRunning, isFull, problem, retry } = takeOver;
  if (left.length === 0) return null;
  return (
    <Box component="section">
      <Typography variant="overline" component="h3" sx={{ color: 'text.secondary' }}>
        {t('prompt.in_browser')}
      </Typography>
      {problem === null && !isFull ? null : (
        <Alert
          severity="warning"
          variant="outlined"
          sx={{ my: 1 }}
          action={
            <Button
              size="small"
              color="inherit"
              sx={{ whiteSpace: 'nowrap' }}
              loading={isRunning}
              onClick={retry}
            >
              {t('prompt.retry')}
            </Button>
          }
        >
          {problem === null ? t('prompt.no_room') : t('prompt.not_moved')}
          {problem === null || (problem.unreachable && isOfflineTold)
            ? null
            : ` ${problemText(problem, refusals)}`}
        </Alert>
      )}
      {left
        .filter(({ title, text }) => holdsWords(words, title, text))
        .map(({ id, title, text }) => (
          <PromptRow key={id} title={title} text={text} onTake={() => onTake(text)} />
        ))}
    </Box>
  );
}
