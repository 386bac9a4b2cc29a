import AttachFileRounded from '@mui/icons-material/AttachFileRounded';
import EditOutlined from '@mui/icons-material/EditOutlined';
import { Box, Button, Chip, IconButton, TextField, Tooltip } from '@mui/material';
import { memo, type ReactNode, useRef, useState } from 'react';
import { CopyButton, useText, visuallyHidden } from '#platform/web';
import { type AttachedFile, type ConversationMessage, maxMessage } from '../../../contract/index.ts';
import { Markdown } from '../../pieces/markdown.tsx';
import { workspaceTexts } from '../texts.ts';
import { BranchSwitch } from './branch-switch.tsx';

interface BubbleProps {
  readonly text: string;
  readonly files: readonly AttachedFile[];
}

function Bubble({ text, files }: BubbleProps): ReactNode {
  return (
    <Box
      sx={{
        maxWidth: { xs: '94%', sm: '82%' },
        minWidth: 0,
        px: 2,
        py: 1.25,
        borderRadius: '16px 16px 4px 16px',
        bgcolor: 'action.selected',
        display: 'grid',
        gap: 1,
      }}
    >
      {text.includes('```') ? (
        <Markdown text={text} />
      ) : (
        <Box component="span" dir="auto" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text}
        </Box>
      )}
      {files.length === 0 ? null : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
          {files.map(({ id, name }) => (
            <Chip key={id} size="small" variant="outlined" icon={<AttachFileRounded />} label={name} />
          ))}
        </Box>
      )}
    </Box>
  );
}

/** What the person asked, as it is on its way. */
export function SentQuestion(props: BubbleProps): ReactNode {
  const t = useText(workspaceTexts);
  return (
    <Box component="article" sx={{ display: 'grid', justifyItems: 'end', minWidth: 0 }}>
      <Box component="h3" sx={visuallyHidden}>
        {t('chat.you')}
      </Box>
      <Bubble {...props} />
    </Box>
  );
}

interface EditProps {
  readonly text: string;
  readonly onCancel: () => void;
  readonly onSend: (text: string) => void;
}

function Edit({ text, onCancel, onSend }: EditProps): ReactNode {
  const t = useText(workspaceTexts);
  const [value, setValue] = useState(text);
  const ready = value.trim() !== '' && value.length <= maxMessage;
  return (
    <Box sx={{ width: '100%', display: 'grid', gap: 1 }}>
      <TextField
        multiline
        autoFocus
        fullWidth
        maxRows={14}
        value={value}
        onChange={({ target }) => setValue(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            onCancel();
          }
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready) onSend(value.trim());
        }}
        helperText={t('question.edit_help')}
        slotProps={{ htmlInput: { 'aria-label': t('question.edit_field') } }}
      />
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end' }}>
        <Button size="small" color="inherit" onClick={onCancel}>
          {t('word.cancel')}
        </Button>
        <Button size="small" variant="contained" disabled={!ready} onClick={() => onSend(value.trim())}>
          {t('question.ask_again')}
        </Button>
      </Box>
    </Box>
  );
}

export interface ToldQuestionProps {
  readonly conversationId: string;
  readonly message: ConversationMessage;
  readonly busy: boolean;
  readonly editing: boolean;
  readonly onEdit: (id: string | null) => void;
  readonly onAskAgain: (message: ConversationMessage, text: string) => void;
}

/** A question as the server keeps it: to be edited and asked again, with its variants. */
export const ToldQuestion = memo(function ToldQuestion(props: ToldQuestionProps): ReactNode {
  const { conversationId, message, busy, editing, onEdit, onAskAgain } = props;
  const t = useText(workspaceTexts);
  const cancelled = useRef(false);
  return (
    <Box component="article" sx={{ display: 'grid', justifyItems: 'end', gap: 0.25, minWidth: 0 }}>
      <Box component="h3" sx={visuallyHidden}>
        {t('chat.you')}
      </Box>
      {editing ? (
        <Edit
          text={message.content}
          onCancel={() => {
            cancelled.current = true;
            onEdit(null);
          }}
          onSend={(text) => {
            onEdit(null);
            onAskAgain(message, text);
          }}
        />
      ) : (
        <>
          <Bubble text={message.content} files={message.files} />
          <Box sx={{ display: 'flex', alignItems: 'center', color: 'text.secondary' }}>
            <BranchSwitch conversationId={conversationId} message={message} disabled={busy} />
            <CopyButton text={message.content} label={t('question.copy')} />
            <Tooltip title={t('question.edit')}>
              <span>
                <IconButton
                  ref={(button) => {
                    // Who gave up editing is back where it began.
                    if (button !== null && cancelled.current) button.focus();
                    cancelled.current = false;
                  }}
                  size="small"
                  aria-label={t('question.edit')}
                  disabled={busy}
                  onClick={() => onEdit(message.id)}
                >
                  <EditOutlined sx={{ fontSize: 18 }} />
                </IconButton>
              </span>
            </Tooltip>
          </Box>
        </>
      )}
    </Box>
  );
});
