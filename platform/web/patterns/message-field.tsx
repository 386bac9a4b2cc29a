import { Box, InputBase, Typography } from '@mui/material';
import { type KeyboardEvent, type ReactNode, type RefObject, useId } from 'react';

export interface MessageFieldProps {
  readonly value: string;
  readonly label: string;
  /** In characters. */
  readonly limit: number;
  /** How the keys work, shown where there is room; and what is wrong with a text beyond the limit. */
  readonly hint: string;
  readonly tooLong: string;
  /** Whether there is something to send. */
  readonly ready: boolean;
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  readonly onChange: (value: string) => void;
  /** Given the text without the space around it. */
  readonly onSend: (text: string) => void;
  readonly onEscape?: () => void;
  /** Before the text, and after it: the button that submits. */
  readonly before?: ReactNode;
  readonly children: ReactNode;
}

/** Where a message is written: Enter sends, Shift + Enter begins a line; not while an input method composes. */
export function MessageField(props: MessageFieldProps): ReactNode {
  const { value, label, limit, hint, inputRef, onChange, onSend, onEscape } = props;
  const hintId = useId();
  const tooLong = value.length > limit;
  const send = (): void => {
    if (props.ready && !tooLong) onSend(value.trim());
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onEscape?.();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
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
        {props.before}
        <InputBase
          multiline
          maxRows={8}
          fullWidth
          value={value}
          inputRef={inputRef}
          placeholder={label}
          onChange={({ target }) => onChange(target.value)}
          onKeyDown={press}
          slotProps={{
            input: {
              'aria-label': label,
              'aria-describedby': hintId,
              'aria-invalid': tooLong,
              enterKeyHint: 'send',
              sx: { '&:focus-visible': { outline: 'none' } },
            },
          }}
          sx={{ py: 0.75 }}
        />
        {props.children}
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
        {tooLong ? props.tooLong : hint}
      </Typography>
    </Box>
  );
}
