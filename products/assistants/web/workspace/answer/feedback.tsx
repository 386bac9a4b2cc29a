import ThumbDownAltOutlined from '@mui/icons-material/ThumbDownAltOutlined';
import ThumbDownAltRounded from '@mui/icons-material/ThumbDownAltRounded';
import ThumbUpAltOutlined from '@mui/icons-material/ThumbUpAltOutlined';
import ThumbUpAltRounded from '@mui/icons-material/ThumbUpAltRounded';
import { Box, Button, Chip, IconButton, TextField, Tooltip, Typography } from '@mui/material';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useNotice, useSend, useText } from '#platform/web';
import {
  type ConversationMessage,
  feedbackReasons,
  getConversation,
  giveFeedback,
  withdrawFeedback,
} from '../../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { workspaceTexts } from '../texts.ts';

type Reason = (typeof feedbackReasons)[number];
type Given = ConversationMessage['feedback'];

const good: readonly Reason[] = ['helpful', 'precise', 'well_explained'];
const reasonsFor = (useful: boolean): readonly Reason[] =>
  feedbackReasons.filter((reason) => good.includes(reason) === useful);

export interface FeedbackProps {
  readonly answerId: string;
  readonly given: Given;
}

interface WhyProps {
  readonly judged: NonNullable<Given>;
  readonly onTell: (reasons: readonly Reason[], comment: string) => void;
  readonly onClose: () => void;
}

function Why({ judged, onTell, onClose }: WhyProps): ReactNode {
  const t = useText(workspaceTexts);
  const place = useRef<HTMLDivElement>(null);
  const [comment, setComment] = useState(judged.comment ?? '');
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, []);
  const reasons = judged.reasons.flatMap((given) => feedbackReasons.filter((reason) => reason === given));
  return (
    <Box ref={place} sx={{ flexBasis: '100%', display: 'grid', gap: 1, py: 0.5, pl: 0.75 }}>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {t('feedback.why')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
        {reasonsFor(judged.useful).map((reason) => {
          const chosen = reasons.includes(reason);
          return (
            <Chip
              key={reason}
              size="small"
              variant={chosen ? 'filled' : 'outlined'}
              color={chosen ? 'primary' : 'default'}
              aria-pressed={chosen}
              label={t(`feedback.reason.${reason}`)}
              onClick={() =>
                onTell(chosen ? reasons.filter((other) => other !== reason) : [...reasons, reason], comment)
              }
            />
          );
        })}
      </Box>
      <TextField
        size="small"
        multiline
        maxRows={4}
        value={comment}
        placeholder={t('feedback.comment')}
        onChange={({ target }) => setComment(target.value)}
        slotProps={{ htmlInput: { 'aria-label': t('feedback.comment'), maxLength: 2_000 } }}
      />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button
          size="small"
          variant="outlined"
          onClick={() => {
            onTell(reasons, comment);
            onClose();
          }}
        >
          {t('feedback.send')}
        </Button>
        <Button size="small" color="inherit" onClick={onClose}>
          {t('feedback.skip')}
        </Button>
      </Box>
    </Box>
  );
}

/** Thumbs up or down, then why; the same thumb once more takes it back. */
export function Feedback({ answerId, given }: FeedbackProps): ReactNode {
  const t = useText(workspaceTexts);
  const notice = useNotice();
  const refusals = useRefusals();
  // What the server tells counts until somebody presses here: it may be read again after this is shown.
  const [pressed, setPressed] = useState<{ readonly judged: Given } | null>(null);
  const judged = pressed === null ? given : pressed.judged;
  const [asking, setAsking] = useState(false);
  const [thanked, setThanked] = useState(false);
  const chosenThumb = useRef<HTMLButtonElement>(null);
  const onError = (problem: unknown): void => {
    setPressed(null);
    setAsking(false);
    notice.error(problem, refusals);
  };
  const send = useSend(giveFeedback, { invalidates: [getConversation], onError });
  const withdraw = useSend(withdrawFeedback, { invalidates: [getConversation], onError });

  const judge = (useful: boolean): void => {
    setThanked(false);
    if (judged?.useful === useful) {
      setPressed({ judged: null });
      setAsking(false);
      withdraw.mutate({ params: { id: answerId } });
      return;
    }
    setPressed({ judged: { useful, reasons: [], comment: null } });
    setAsking(true);
    send.mutate({ params: { id: answerId }, body: { useful } });
  };
  const tell = (useful: boolean, reasons: readonly Reason[], comment: string): void => {
    const given: Reason[] = [...reasons];
    setPressed({ judged: { useful, reasons: given, comment: comment.trim() || null } });
    setThanked(true);
    const words = comment.trim();
    send.mutate({
      params: { id: answerId },
      body: { useful, reasons: given, ...(words === '' ? {} : { comment: words }) },
    });
  };
  const thumb = (useful: boolean): ReactNode => {
    const chosen = judged?.useful === useful;
    const Up = chosen ? ThumbUpAltRounded : ThumbUpAltOutlined;
    const Down = chosen ? ThumbDownAltRounded : ThumbDownAltOutlined;
    const Icon = useful ? Up : Down;
    const label = useful ? t('feedback.useful') : t('feedback.not_useful');
    return (
      <Tooltip title={label} placement="top">
        <IconButton
          ref={chosen ? chosenThumb : undefined}
          size="small"
          aria-label={label}
          aria-pressed={chosen}
          color={chosen ? 'primary' : 'default'}
          onClick={() => judge(useful)}
        >
          <Icon sx={{ fontSize: 18 }} />
        </IconButton>
      </Tooltip>
    );
  };
  return (
    <Box role="group" aria-label={t('feedback.label')} sx={{ display: 'contents' }}>
      <Box sx={{ display: 'flex' }}>
        {thumb(true)}
        {thumb(false)}
      </Box>
      <Typography role="status" variant="caption" sx={{ color: 'text.secondary' }}>
        {thanked && !asking ? t('feedback.thanks') : null}
      </Typography>
      {asking && judged !== null ? (
        <Why
          judged={judged}
          onTell={(reasons, comment) => tell(judged.useful, reasons, comment)}
          onClose={() => {
            setAsking(false);
            chosenThumb.current?.focus();
          }}
        />
      ) : null}
    </Box>
  );
}
