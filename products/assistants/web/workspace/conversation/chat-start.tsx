import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { EmptyState, useLocalized, useText } from '#platform/web';
import type { Assistant } from '../../../contract/index.ts';
import { roleIcon } from '../../pieces/role-icon.ts';
import { workspaceTexts } from '../texts.ts';

export interface ChatStartProps {
  readonly assistant: Assistant;
  readonly onPick: (question: string) => void;
  readonly onShowPrompts: () => void;
}

/** Before the first question: what this assistant is for, questions that begin it, and what to give along. */
export function ChatStart({ assistant, onPick, onShowPrompts }: ChatStartProps): ReactNode {
  const t = useText(workspaceTexts);
  const localized = useLocalized();
  return (
    <Box sx={{ my: 'auto', py: 1 }}>
      <EmptyState
        icon={roleIcon(assistant.role)}
        heading="h2"
        title={localized(assistant.title)}
        hint={localized(assistant.description)}
        action={
          <Box sx={{ display: 'grid', gap: 1, justifyItems: 'stretch', maxWidth: 520, mx: 'auto' }}>
            {assistant.starters.length === 0 ? null : (
              <Typography variant="overline" component="p" sx={{ color: 'text.secondary' }}>
                {t('start.examples')}
              </Typography>
            )}
            {assistant.starters.map((starter) => (
              <Button
                key={starter.en}
                variant="outlined"
                color="inherit"
                onClick={() => onPick(localized(starter))}
                sx={{
                  fontWeight: 480,
                  textAlign: 'start',
                  justifyContent: 'flex-start',
                  py: 1,
                  lineHeight: 1.4,
                }}
              >
                {localized(starter)}
              </Button>
            ))}
            <Button size="small" onClick={onShowPrompts}>
              {t('start.prompts')}
            </Button>
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.5 }}>
              {t('start.material')}
            </Typography>
          </Box>
        }
      />
    </Box>
  );
}
