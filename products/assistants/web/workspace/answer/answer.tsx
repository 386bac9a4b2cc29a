import FormatQuoteRounded from '@mui/icons-material/FormatQuoteRounded';
import { Alert, Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useCallback } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import type { AnswerWarning, ChatArtifact, Citation } from '../../../contract/index.ts';
import { Markdown } from '../../pieces/markdown.tsx';
import { ArtifactChips } from '../artifacts/artifact-chips.tsx';
import type { ToolStep } from '../exchange/exchange.rules.ts';
import { usePanel } from '../panel/panel-store.ts';
import { workspaceTexts } from '../texts.ts';
import { ToolSteps } from './tool-steps.tsx';

export interface AnswerProps {
  readonly text: string;
  readonly tools: readonly ToolStep[];
  readonly artifacts: readonly ChatArtifact[];
  readonly citations: readonly Citation[];
  readonly warnings: readonly AnswerWarning[];
  /** Still growing. */
  readonly growing?: boolean;
  /** Below it: what can be done with it. */
  readonly children?: ReactNode;
}

/** What an assistant said: its tools, its words, what it made, what it stands on, and what to be careful about. */
export function Answer(props: AnswerProps): ReactNode {
  const { text, tools, artifacts, citations, warnings, growing = false, children } = props;
  const t = useText(workspaceTexts);
  const open = usePanel((state) => state.open);
  const showSource = useCallback(
    (marker: number | null) => open({ kind: 'sources', citations, marker }),
    [open, citations],
  );
  return (
    <Box component="article" sx={{ display: 'grid', gap: 1.5, minWidth: 0 }}>
      <Box component="h3" sx={visuallyHidden}>
        {t('chat.assistant')}
      </Box>
      <ToolSteps steps={tools} />
      {text === '' ? null : (
        <Markdown
          text={text}
          growing={growing}
          markers={citations.map(({ marker }) => marker)}
          onMarker={showSource}
        />
      )}
      <ArtifactChips artifacts={artifacts} />
      {citations.length === 0 ? null : (
        <Box>
          <Button
            size="small"
            color="inherit"
            startIcon={<FormatQuoteRounded fontSize="small" />}
            onClick={() => showSource(null)}
            sx={{ color: 'text.secondary', ml: -1 }}
          >
            {t('source.count', { count: citations.length })}
          </Button>
        </Box>
      )}
      {warnings.map(({ kind, message }) => (
        <Alert key={`${kind}:${message}`} severity="warning" variant="outlined">
          {message}
        </Alert>
      ))}
      {children}
    </Box>
  );
}
