import RefreshRounded from '@mui/icons-material/RefreshRounded';
import SkipNextRounded from '@mui/icons-material/SkipNextRounded';
import { Box, Button, IconButton, Tooltip } from '@mui/material';
import { memo, type ReactNode, useMemo } from 'react';
import { CopyButton, useText } from '#platform/web';
import type { ConversationMessage } from '../../../contract/index.ts';
import { workspaceTexts } from '../texts.ts';
import { Answer } from './answer.tsx';
import { AnswerFacts } from './answer-facts.tsx';
import { BranchSwitch } from './branch-switch.tsx';
import { Feedback } from './feedback.tsx';
import { toldSteps } from './told-steps.rules.ts';

const none: [] = [];

export interface ToldAnswerProps {
  readonly conversationId: string;
  readonly message: ConversationMessage;
  /** An answer is being made: nothing else can be. */
  readonly busy: boolean;
  readonly last: boolean;
  readonly onRegenerate: (message: ConversationMessage) => void;
  readonly onContinue: (message: ConversationMessage) => void;
}

/** An answer as the server keeps it, with what can be done with it. */
export const ToldAnswer = memo(function ToldAnswer(props: ToldAnswerProps): ReactNode {
  const { conversationId, message, busy, last, onRegenerate, onContinue } = props;
  const t = useText(workspaceTexts);
  const { answer } = message;
  const steps = useMemo(() => toldSteps(answer?.tool_calls ?? none), [answer]);
  return (
    <Answer
      text={message.content}
      tools={steps}
      artifacts={answer?.artifacts ?? none}
      citations={answer?.citations ?? none}
      warnings={answer?.warnings ?? none}
    >
      {answer?.interrupted === true && last ? (
        <Box>
          <Button
            size="small"
            variant="outlined"
            startIcon={<SkipNextRounded />}
            disabled={busy}
            onClick={() => onContinue(message)}
          >
            {t('answer.continue')}
          </Button>
        </Box>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 0.25, ml: -0.75 }}>
        <BranchSwitch conversationId={conversationId} message={message} disabled={busy} />
        <CopyButton text={message.content} label={t('answer.copy')} />
        <Tooltip title={t('answer.regenerate')}>
          <span>
            <IconButton
              size="small"
              aria-label={t('answer.regenerate')}
              disabled={busy}
              onClick={() => onRegenerate(message)}
            >
              <RefreshRounded sx={{ fontSize: 19 }} />
            </IconButton>
          </span>
        </Tooltip>
        <Feedback key={message.id} answerId={message.id} given={message.feedback} />
        {answer === null ? null : (
          <Box sx={{ ml: 'auto' }}>
            <AnswerFacts {...answer} />
          </Box>
        )}
      </Box>
    </Answer>
  );
});
