import { Box, Tooltip } from '@mui/material';
import { type ReactNode, useMemo } from 'react';
import { useLocalized } from '#platform/web';
import type { Requirement } from '../../../contract/index.ts';
import { gravest, severityLooks } from './severity.ts';
import { stretchesOf } from './underline.rules.ts';

export interface SentenceProps {
  readonly requirement: Requirement;
  /** The finding that is pointed at, by its place in the list. */
  readonly pointed: number | null;
}

/** A sentence with its findings underlined and numbered as in the list below. */
export function Sentence({ requirement: { text, findings }, pointed }: SentenceProps): ReactNode {
  const localized = useLocalized();
  const stretches = useMemo(() => stretchesOf(text, findings), [text, findings]);
  return (
    <Box component="p" sx={{ m: 0, lineHeight: 1.75, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
      {stretches.map((stretch) => {
        const about = stretch.findings.flatMap((index) => findings[index] ?? []);
        const severity = gravest(about.map((each) => each.severity));
        if (severity === undefined) return stretch.text;
        const isPointed = pointed !== null && stretch.findings.includes(pointed);
        return (
          <Tooltip key={stretch.start} title={about.map(({ message }) => localized(message)).join(' ')}>
            <Box
              component="mark"
              sx={{
                color: 'inherit',
                bgcolor: isPointed ? 'action.selected' : 'transparent',
                borderBottom: severity === 'info' ? '2px dotted' : '2px solid',
                borderColor: severityLooks[severity].color,
                borderRadius: '2px 2px 0 0',
              }}
            >
              {stretch.text}
              {stretch.ends.length === 0 ? null : (
                <Box
                  component="sup"
                  aria-hidden
                  sx={{
                    color: severityLooks[severity].color,
                    fontWeight: 700,
                    fontSize: '0.6875em',
                    ml: '1px',
                  }}
                >
                  {stretch.ends.map((index) => index + 1).join(',')}
                </Box>
              )}
            </Box>
          </Tooltip>
        );
      })}
    </Box>
  );
}
