import ArrowUpwardRounded from '@mui/icons-material/ArrowUpwardRounded';
import AttachFileOutlined from '@mui/icons-material/AttachFileOutlined';
import CloseRounded from '@mui/icons-material/CloseRounded';
import { Box, IconButton, Typography } from '@mui/material';
import type { ReactNode, RefObject } from 'react';
import { MessageField, useText } from '#platform/web';
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

/** Where messages are written, with what they answer or change; Escape lets go of that. */
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
  const ready = value.trim() !== '' || hasFiles;
  return (
    <>
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
      <MessageField
        value={value}
        label={t('placeholder')}
        limit={longestText}
        hint={t('keys')}
        tooLong={t('too_long', { count: value.length, limit: longestText })}
        ready={ready}
        inputRef={inputRef}
        onChange={onChange}
        onSend={onSubmit}
        {...(context === null ? {} : { onEscape: onCancel })}
        before={
          onAttach === null ? null : (
            <IconButton aria-label={t('attach')} onClick={onAttach} edge="start">
              <AttachFileOutlined fontSize="small" />
            </IconButton>
          )
        }
      >
        <IconButton
          type="submit"
          color="primary"
          aria-label={t('send')}
          disabled={!ready || value.length > longestText}
        >
          <ArrowUpwardRounded />
        </IconButton>
      </MessageField>
    </>
  );
}
