import ArrowUpwardRounded from '@mui/icons-material/ArrowUpwardRounded';
import StopRounded from '@mui/icons-material/StopRounded';
import { IconButton, Tooltip } from '@mui/material';
import type { ReactNode, RefObject } from 'react';
import { MessageField, useText } from '#platform/web';
import { memoryTexts } from '../texts.ts';

/** The contract's limit of one message. */
export const longestMessage = 8_000;

export interface ComposerProps {
  readonly value: string;
  readonly running: boolean;
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  readonly onChange: (value: string) => void;
  readonly onSend: (message: string) => void;
  readonly onStop: () => void;
}

/** Where messages to the agent are written; while it answers, the way to stop it. */
export function Composer({ value, running, inputRef, onChange, onSend, onStop }: ComposerProps): ReactNode {
  const t = useText(memoryTexts);
  const tooLong = value.length > longestMessage;
  const ready = value.trim() !== '' && !running;
  return (
    <MessageField
      value={value}
      label={t('chat.placeholder')}
      limit={longestMessage}
      hint={t('chat.keys')}
      tooLong={t('chat.too_long', { count: value.length, limit: longestMessage })}
      ready={ready}
      inputRef={inputRef}
      onChange={onChange}
      onSend={onSend}
    >
      {running ? (
        <Tooltip title={t('chat.stop')}>
          <IconButton aria-label={t('chat.stop')} onClick={onStop} sx={{ bgcolor: 'action.selected' }}>
            <StopRounded />
          </IconButton>
        </Tooltip>
      ) : (
        <IconButton
          type="submit"
          aria-label={t('chat.send')}
          disabled={!ready || tooLong}
          sx={{
            color: 'primary.contrastText',
            bgcolor: 'primary.main',
            '&:hover': { bgcolor: 'primary.dark' },
            '&.Mui-disabled': { bgcolor: 'action.selected' },
          }}
        >
          <ArrowUpwardRounded />
        </IconButton>
      )}
    </MessageField>
  );
}
