import ChevronLeftRounded from '@mui/icons-material/ChevronLeftRounded';
import ChevronRightRounded from '@mui/icons-material/ChevronRightRounded';
import { Box, IconButton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useNotice, useSend, useText } from '#platform/web';
import { type ConversationMessage, chooseBranch, getConversation } from '../../../contract/index.ts';
import { branchesOf } from '../exchange/timeline.rules.ts';
import { useRefusals } from '../refusals.ts';
import { workspaceTexts } from '../texts.ts';

export interface BranchSwitchProps {
  readonly conversationId: string;
  readonly message: Pick<ConversationMessage, 'id' | 'siblings'>;
  /** While an answer is being made the branch stays. */
  readonly disabled: boolean;
}

/** Leads through the variants of a question or an answer: ‹ 2/3 ›. */
export function BranchSwitch({ conversationId, message, disabled }: BranchSwitchProps): ReactNode {
  const t = useText(workspaceTexts);
  const notice = useNotice();
  const refusals = useRefusals();
  const send = useSend(chooseBranch, {
    invalidates: [getConversation],
    onError: (problem) => notice.error(problem, refusals),
  });
  const branches = branchesOf(message);
  if (branches === null) return null;
  const { previous, next, place, of } = branches;
  const go = (id: string | null): void => {
    if (id !== null) send.mutate({ params: { id: conversationId }, body: { message_id: id } });
  };
  const busy = disabled || send.isPending;
  return (
    <Box
      role="group"
      aria-label={t('branch.label')}
      sx={{ display: 'flex', alignItems: 'center', color: 'text.secondary' }}
    >
      <IconButton
        size="small"
        aria-label={t('branch.previous')}
        disabled={busy || previous === null}
        onClick={() => go(previous)}
      >
        <ChevronLeftRounded fontSize="small" />
      </IconButton>
      <Typography
        variant="caption"
        aria-label={t('branch.place', { place, of })}
        sx={{ fontVariantNumeric: 'tabular-nums' }}
      >
        {place}/{of}
      </Typography>
      <IconButton
        size="small"
        aria-label={t('branch.next')}
        disabled={busy || next === null}
        onClick={() => go(next)}
      >
        <ChevronRightRounded fontSize="small" />
      </IconButton>
    </Box>
  );
}
