import ArrowUpwardRounded from '@mui/icons-material/ArrowUpwardRounded';
import AttachFileOutlined from '@mui/icons-material/AttachFileOutlined';
import CloseRounded from '@mui/icons-material/CloseRounded';
import { Box, IconButton, InputBase, Typography } from '@mui/material';
import { type KeyboardEvent, type ReactNode, type RefObject, useId } from 'react';
import { useText } from '#platform/web';
import { longestText } from '../../contract/index.ts';
import { chatTexts } from '../texts.ts';

export interface ComposerProps {
  readonly value: string;
  /** What is being answered or changed. */
  readonly context: { readonly label: string; readonly text: string } | null;
  /** Files are enough to send; words may be missing. */
  readonly hasFiles: boolean;
  /** Opens the choice of files; null where none can be sent (an edit). */
  readonly onAttach: (() => void) | null;
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  readonly onChange: (value: string) => void;
  readonly onSubmit: (text: string) => void;
  readonly onCancel: () => void;
}

/** Where messages are written: Enter sends, Shift + Enter begins a line, Escape lets go of a reply or an edit. */
export function Composer({
  value,
  context,
  hasFiles,
  onAttach,
  inputRef,
  onChange,
  onSubmit,
  onCancel,
}: ComposerProps): ReactNode {
  const t = useText(chatTexts);
  const hintId = useId();
  const tooLong = value.length > longestText;
  const ready = (value.trim() !== '' || hasFiles) && !tooLong;
  const submit = (): void => {
    if (ready) onSubmit(value.trim());
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && context !== null) onCancel();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {context === null ? null : (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, pl: 2, pb: 0.5 }}>
          <Box sx={{ minWidth: 0, flex: 1, borderLeft: 3, borderColor: 'primary.main', pl: 1 }}>
            <Typography variant="caption" component="p" sx={{ color: 'primary.main' }}>
              {context.label}
            </Typography>
            <Typography variant="body2" noWrap>
              {context.text}
            </Typography>
          </Box>
          <IconButton size="small" aria-label={t('cancel')} onClick={onCancel}>
            <CloseRounded fontSize="small" />
          </IconButton>
        </Box>
      )}
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
          '&:focus-within': { borderColor: 'primary.main' },
        }}
      >
        {onAttach === null ? null : (
          <IconButton aria-label={t('attach')} onClick={onAttach} edge="start">
            <AttachFileOutlined fontSize="small" />
          </IconButton>
        )}
        <InputBase
          multiline
          maxRows={8}
          fullWidth
          value={value}
          inputRef={inputRef}
          placeholder={t('placeholder')}
          onChange={({ target }) => onChange(target.value)}
          onKeyDown={press}
          slotProps={{
            input: {
              'aria-label': t('placeholder'),
              'aria-describedby': hintId,
              'aria-invalid': tooLong,
              enterKeyHint: 'send',
            },
          }}
          sx={{ py: 0.75 }}
        />
        <IconButton type="submit" color="primary" aria-label={t('send')} disabled={!ready}>
          <ArrowUpwardRounded />
        </IconButton>
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
        {tooLong ? t('too_long', { count: value.length, limit: longestText }) : t('keys')}
      </Typography>
    </Box>
  );
}
