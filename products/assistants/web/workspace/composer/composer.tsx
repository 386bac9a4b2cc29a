import AddRounded from '@mui/icons-material/AddRounded';
import ArrowUpwardRounded from '@mui/icons-material/ArrowUpwardRounded';
import AttachFileRounded from '@mui/icons-material/AttachFileRounded';
import BookmarksOutlined from '@mui/icons-material/BookmarksOutlined';
import StopRounded from '@mui/icons-material/StopRounded';
import { Box, IconButton, ListItemIcon, Menu, MenuItem, Tooltip } from '@mui/material';
import { type ClipboardEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import { MessageField, useLanguage, useNotice, useText } from '#platform/web';
import { maxMessage } from '../../../contract/index.ts';
import { languageOfPaste } from '../../pieces/paste-language.rules.ts';
import { workspaceTexts } from '../texts.ts';
import { AttachedFiles } from './attached-files.tsx';
import type { Attaching } from './use-attach.ts';

const accepted = '.docx,.pdf,.xlsx,.md,.html,.htm,.txt,.csv,.bsl,.os,.xml';

export interface ComposerProps {
  readonly value: string;
  readonly running: boolean;
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  readonly attaching: Attaching;
  readonly onChange: (value: string) => void;
  readonly onSend: (message: string) => void;
  readonly onStop: () => void;
  readonly onShowPrompts: () => void;
  /** Arrow up in the empty field. */
  readonly onEditLast: () => void;
}

interface MoreProps {
  readonly onAttach: () => void;
  readonly onShowPrompts: () => void;
}

function More({ onAttach, onShowPrompts }: MoreProps): ReactNode {
  const t = useText(workspaceTexts);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (run: () => void): void => {
    setAnchor(null);
    run();
  };
  return (
    <>
      <Tooltip title={t('composer.add')}>
        <IconButton
          aria-label={t('composer.add')}
          aria-haspopup="menu"
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
          sx={{ ml: -1.25 }}
        >
          <AddRounded />
        </IconButton>
      </Tooltip>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      >
        <MenuItem onClick={() => choose(onAttach)}>
          <ListItemIcon>
            <AttachFileRounded fontSize="small" />
          </ListItemIcon>
          {t('composer.attach')}
        </MenuItem>
        <MenuItem onClick={() => choose(onShowPrompts)}>
          <ListItemIcon>
            <BookmarksOutlined fontSize="small" />
          </ListItemIcon>
          {t('composer.prompts')}
        </MenuItem>
      </Menu>
    </>
  );
}

/** Where questions are written, with files and code; while the assistant answers, the way to stop it. */
export function Composer(props: ComposerProps): ReactNode {
  const { value, running, inputRef, attaching, onChange, onSend, onStop, onShowPrompts, onEditLast } = props;
  const t = useText(workspaceTexts);
  const notice = useNotice();
  const number = new Intl.NumberFormat(useLanguage());
  const picker = useRef<HTMLInputElement>(null);
  const ready = value.trim() !== '' && !running && !attaching.busy;

  const add = (files: readonly File[]): void => {
    const left = attaching.add(files);
    if (left > 0) notice.warning(t('file.too_many'));
  };
  const paste = (event: ClipboardEvent): void => {
    const files = [...event.clipboardData.files];
    if (files.length > 0) {
      event.preventDefault();
      add(files);
      return;
    }
    const field = inputRef.current;
    const text = event.clipboardData.getData('text/plain');
    const language = languageOfPaste(text);
    if (language === null || field === null || event.target !== field) return;
    event.preventDefault();
    const before = value.slice(0, field.selectionStart);
    const after = value.slice(field.selectionEnd);
    // Inside a block of code already: nothing to put around it.
    const fenced = before.split('```').length % 2 === 0;
    const code = text.replace(/\r\n/g, '\n').replace(/\n+$/, '');
    onChange(
      fenced
        ? `${before}${code}${after}`
        : `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}\`\`\`${language}\n${code}\n\`\`\`\n${after}`,
    );
  };
  return (
    <Box
      onPaste={paste}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp' && value === '' && event.target === inputRef.current) {
          event.preventDefault();
          onEditLast();
        }
      }}
    >
      <AttachedFiles attaching={attaching} onGone={() => inputRef.current?.focus({ preventScroll: true })} />
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept={accepted}
        aria-label={t('composer.attach')}
        onChange={({ target }) => {
          add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <MessageField
        value={value}
        label={t('composer.label')}
        limit={maxMessage}
        hint={t('composer.keys')}
        tooLong={t('composer.too_long', {
          value: number.format(value.length),
          limit: number.format(maxMessage),
        })}
        ready={ready}
        inputRef={inputRef}
        onChange={(text) => {
          if (text === '/') onShowPrompts();
          else onChange(text);
        }}
        onSend={onSend}
        onEscape={() => {
          if (running) onStop();
        }}
        before={<More onAttach={() => picker.current?.click()} onShowPrompts={onShowPrompts} />}
      >
        {running ? (
          <Tooltip title={t('composer.stop')}>
            <IconButton aria-label={t('composer.stop')} onClick={onStop} sx={{ bgcolor: 'action.selected' }}>
              <StopRounded />
            </IconButton>
          </Tooltip>
        ) : (
          <IconButton
            type="submit"
            aria-label={t('composer.send')}
            disabled={!ready || value.length > maxMessage}
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
    </Box>
  );
}
