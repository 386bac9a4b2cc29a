import { Box, Chip } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { workspaceTexts } from '../texts.ts';

export interface FollowUpsProps {
  readonly questions: readonly string[];
  readonly onAsk: (question: string) => void;
}

/** Questions that would go on from the last answer. */
export function FollowUps({ questions, onAsk }: FollowUpsProps): ReactNode {
  const t = useText(workspaceTexts);
  if (questions.length === 0) return null;
  return (
    <Box role="group" aria-label={t('chat.follow_ups')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {questions.map((question) => (
        <Chip
          key={question}
          variant="outlined"
          label={question}
          onClick={() => onAsk(question)}
          sx={{
            height: 'auto',
            minHeight: 36,
            maxWidth: '100%',
            '& .MuiChip-label': { whiteSpace: 'normal', py: 0.75 },
          }}
        />
      ))}
    </Box>
  );
}
