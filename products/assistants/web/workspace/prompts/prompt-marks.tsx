import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { Prompt } from '../../../contract/index.ts';
import { usePeople } from '../../pieces/use-people.ts';
import { workspaceTexts } from '../texts.ts';

export interface PromptMarksProps {
  readonly prompt: Prompt;
  /** The assistant it is meant for; empty: any. */
  readonly roleTitle: string;
}

function SharedBy({ authorId }: { readonly authorId: string | null }): ReactNode {
  const t = useText(workspaceTexts);
  const people = usePeople();
  return t('prompt.shared_by', { name: people.nameOf(authorId) });
}

/** Who shares a prompt, and for which assistant it is; nothing for a prompt of one's own for any. */
export function PromptMarks({ prompt, roleTitle }: PromptMarksProps): ReactNode {
  if (!prompt.shared && roleTitle === '') return null;
  return (
    <Typography variant="caption" component="p" sx={{ color: 'text.secondary', fontWeight: 550 }}>
      {prompt.shared ? <SharedBy authorId={prompt.author_id} /> : null}
      {prompt.shared && roleTitle !== '' ? ' · ' : null}
      {roleTitle}
    </Typography>
  );
}
