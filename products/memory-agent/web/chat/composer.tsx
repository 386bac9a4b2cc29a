import ArrowUpwardRounded from '@mui/icons-material/ArrowUpwardRounded';
import StopRounded from '@mui/icons-material/StopRounded';
import { Box, IconButton, InputBase, Tooltip, Typography } from '@mui/material';
import { type KeyboardEvent, type ReactNode, type RefObject, useId } from 'react';
import { useText } from '#platform/web';
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

/** Where messages are written: Enter sends, Shift + Enter begins a line; not while an input method composes. */
export function Composer({ value, running, inputRef, onChange, onSend, onStop }: ComposerProps): ReactNode {
  const t = useText(memoryTexts);
  const hintId = useId();
  const tooLong = value.length > longestMessage;
  const ready = value.trim() !== '' && !tooLong && !running;
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (ready) onSend(value.trim());
  };
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSend(value.trim());
      }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'flex-end',
          gap: 1,
          pl: 2,
          pr: 0.75,
          py: 0.75,
          borderRadius: '16px',
          border: 1,
          borderColor: tooLong ? 'error.main' : 'divider',
          bgcolor: 'background.paper',
          '&:focus-within': {
            borderColor: 'primary.main',
            boxShadow: '0 0 0 1px var(--mui-palette-primary-main)',
          },
        }}
      >
        <InputBase
          multiline
          maxRows={8}
          fullWidth
          value={value}
          inputRef={inputRef}
          placeholder={t('chat.placeholder')}
          onChange={({ target }) => onChange(target.value)}
          onKeyDown={press}
          slotProps={{
            input: {
              'aria-label': t('chat.placeholder'),
              'aria-describedby': hintId,
              'aria-invalid': tooLong,
              enterKeyHint: 'send',
              sx: { '&:focus-visible': { outline: 'none' } },
            },
          }}
          sx={{ py: 0.75 }}
        />
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
            disabled={!ready}
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
      </Box>
      <Typography
        id={hintId}
        variant="caption"
        component="p"
        role={tooLong ? 'alert' : undefined}
        sx={{
          mt: 0.5,
          px: 2,
          color: tooLong ? 'error.main' : 'text.secondary',
          display: { xs: tooLong ? 'block' : 'none', md: 'block' },
        }}
      >
        {tooLong ? t('chat.too_long', { count: value.length, limit: longestMessage }) : t('chat.keys')}
      </Typography>
    </Box>
  );
}
