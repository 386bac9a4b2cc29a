import ChevronLeftRounded from '@mui/icons-material/ChevronLeftRounded';
import ChevronRightRounded from '@mui/icons-material/ChevronRightRounded';
import { Box, IconButton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { type IconType, useNotice, useSend, useText } from '#platform/web';
import { type ConversationMessage, chooseBranch, getConversation } from '../../../contract/index.ts';
import { useExchangeStore } from '../exchange/exchange-store.ts';
import { branchesOf } from '../exchange/timeline.rules.ts';
import { useRefusals } from '../refusals.ts';
import { workspaceTexts } from '../texts.ts';

interface StepProps {
  readonly icon: IconType;
  readonly label: string;
  readonly possible: boolean;
  readonly onGo: () => void;
}

/** Stays focusable when it leads nowhere: whoever steps through the variants with the keyboard keeps the place. */
function Step({ icon: Icon, label, possible, onGo }: StepProps): ReactNode {
  return (
    <IconButton
      size="small"
      aria-label={label}
      aria-disabled={!possible}
      onClick={() => {
        if (possible) onGo();
      }}
      sx={possible ? undefined : { color: 'action.disabled', cursor: 'default' }}
    >
      <Icon fontSize="small" />
    </IconButton>
  );
}

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
    // An answer that was just made belongs to the branch that is left.
    onSuccess: () => useExchangeStore.getState().clear(conversationId),
    onError: (problem) => notice.error(problem, refusals),
  });
  const branches = branchesOf(message);
  if (branches === null) return null;
  const { previous, next, place, of } = branches;
  const busy = disabled || send.isPending;
  const go = (id: string | null): void => {
    if (id !== null && !busy) send.mutate({ params: { id: conversationId }, body: { message_id: id } });
  };
  return (
    <Box
      role="group"
      aria-label={t('branch.label')}
      sx={{ display: 'flex', alignItems: 'center', color: 'text.secondary' }}
    >
      <Step
        icon={ChevronLeftRounded}
        label={t('branch.previous')}
        possible={!disabled && previous !== null}
        onGo={() => go(previous)}
      />
      <Typography
        variant="caption"
        role="status"
        aria-label={t('branch.place', { place, of })}
        sx={{ fontVariantNumeric: 'tabular-nums' }}
      >
        {place}/{of}
      </Typography>
      <Step
        icon={ChevronRightRounded}
        label={t('branch.next')}
        possible={!disabled && next !== null}
        onGo={() => go(next)}
      />
    </Box>
  );
}
