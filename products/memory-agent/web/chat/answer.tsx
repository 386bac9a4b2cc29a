import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { CopyButton, useText, visuallyHidden } from '#platform/web';
import type { Citation } from '../../contract/index.ts';
import { browsePath } from '../paths.ts';
import { memoryTexts } from '../texts.ts';
import { AnswerFacts, type AnswerFactsProps } from './answer-facts.tsx';
import { CitationCards } from './citation-cards.tsx';
import { withoutMarkers } from './cited-text.rules.ts';
import { CitedText } from './cited-text.tsx';
import { Feedback, type FeedbackProps } from './feedback.tsx';

export interface AnswerProps {
  readonly text: string;
  readonly citations: readonly Citation[];
  /** Known when the answer is finished. */
  readonly facts?: AnswerFactsProps;
  readonly feedback?: FeedbackProps;
  /** Still growing. */
  readonly growing?: boolean;
  readonly children?: ReactNode;
}

const cursor = {
  '& .answer-text > span > span:last-of-type::after': {
    content: '""',
    display: 'inline-block',
    width: '0.5em',
    height: '1em',
    ml: '2px',
    verticalAlign: 'text-bottom',
    borderRadius: '2px',
    bgcolor: 'primary.main',
    animation: 'memory-cursor 1s steps(2) infinite',
  },
  '@keyframes memory-cursor': { to: { opacity: 0 } },
} as const;

/** What the agent said, what it stands on, how it came about, and the thumbs. */
export function Answer({
  text,
  citations,
  facts,
  feedback,
  growing = false,
  children,
}: AnswerProps): ReactNode {
  const t = useText(memoryTexts);
  const navigate = useNavigate();
  const markers = new Set(citations.map(({ marker }) => marker));
  return (
    <Box component="article" sx={[{ display: 'grid', gap: 1.25, minWidth: 0 }, growing && cursor]}>
      <Box component="h3" sx={visuallyHidden}>
        {t('chat.agent')}
      </Box>
      {text === '' ? null : (
        <Box className="answer-text">
          <CitedText
            text={text}
            citations={citations}
            onPress={({ node_id }) => void navigate(browsePath(node_id))}
          />
        </Box>
      )}
      <CitationCards citations={citations} />
      {children}
      {facts === undefined && feedback === undefined ? null : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.5 }}>
          {facts === undefined ? null : (
            <Box sx={{ mr: 'auto', minWidth: 0 }}>
              <AnswerFacts {...facts} />
            </Box>
          )}
          <CopyButton text={withoutMarkers(text, markers)} label={t('answer.copy')} />
          {feedback === undefined ? null : <Feedback key={feedback.answerId} {...feedback} />}
        </Box>
      )}
    </Box>
  );
}
