import ThumbDownAltOutlined from '@mui/icons-material/ThumbDownAltOutlined';
import ThumbDownAltRounded from '@mui/icons-material/ThumbDownAltRounded';
import ThumbUpAltOutlined from '@mui/icons-material/ThumbUpAltOutlined';
import ThumbUpAltRounded from '@mui/icons-material/ThumbUpAltRounded';
import { Box, Chip, IconButton, Tooltip, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useNotice, useSend, useText } from '#platform/web';
import { feedbackReasons, getConversation, giveFeedback, listStrategies } from '../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { memoryTexts } from '../texts.ts';

type Reason = (typeof feedbackReasons)[number];

const good: readonly Reason[] = ['helpful', 'precise'];
const reasonsFor = (useful: boolean): readonly Reason[] =>
  feedbackReasons.filter((reason) => good.includes(reason) === useful);

export interface FeedbackProps {
  readonly answerId: string;
  readonly given: { readonly useful: boolean; readonly reason: string | null } | null;
}

/** Thumbs up or down, then why; the choice of strategy learns from it. */
export function Feedback({ answerId, given }: FeedbackProps): ReactNode {
  const t = useText(memoryTexts);
  const notice = useNotice();
  const refusals = useRefusals();
  // What the server tells counts until somebody presses here: it may be read again after this is shown.
  const [pressed, setPressed] = useState<FeedbackProps['given']>(null);
  const judged = pressed ?? given;
  const [asking, setAsking] = useState(false);
  const [thanked, setThanked] = useState(false);
  const send = useSend(giveFeedback, {
    invalidates: [getConversation, listStrategies],
    onError: (problem) => {
      setPressed(null);
      setAsking(false);
      notice.error(problem, refusals);
    },
  });
  const judge = (useful: boolean): void => {
    setPressed({ useful, reason: null });
    setAsking(true);
    setThanked(false);
    send.mutate({ params: { id: answerId }, body: { useful } });
  };
  const explain = (useful: boolean, reason: Reason): void => {
    setPressed({ useful, reason });
    setAsking(false);
    send.mutate({ params: { id: answerId }, body: { useful, reason } });
    setThanked(true);
  };
  const thumb = (useful: boolean): ReactNode => {
    const chosen = judged?.useful === useful;
    const Icon = useful
      ? chosen
        ? ThumbUpAltRounded
        : ThumbUpAltOutlined
      : chosen
        ? ThumbDownAltRounded
        : ThumbDownAltOutlined;
    const label = useful ? t('answer.useful') : t('answer.not_useful');
    return (
      <Tooltip title={label}>
        <IconButton
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
    <Box role="group" aria-label={t('answer.feedback')} sx={{ display: 'contents' }}>
      <Box sx={{ display: 'flex' }}>
        {thumb(true)}
        {thumb(false)}
      </Box>
      <Typography
        role="status"
        variant="caption"
        sx={{ color: 'text.secondary', flexBasis: thanked ? '100%' : 'auto' }}
      >
        {thanked ? t('answer.thanks') : null}
      </Typography>
      {asking && judged !== null ? (
        <Box
          sx={{
            flexBasis: '100%',
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 0.75,
            py: 0.5,
          }}
        >
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t('answer.why')}
          </Typography>
          {reasonsFor(judged.useful).map((reason) => (
            <Chip
              key={reason}
              size="small"
              variant="outlined"
              label={t(`answer.reason.${reason}`)}
              onClick={() => explain(judged.useful, reason)}
            />
          ))}
          <Chip size="small" variant="outlined" label={t('answer.skip')} onClick={() => setAsking(false)} />
        </Box>
      ) : null}
    </Box>
  );
}
