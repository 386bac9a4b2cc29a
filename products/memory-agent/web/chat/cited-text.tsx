import { Box, ButtonBase } from '@mui/material';
import { type ReactNode, useMemo } from 'react';
import { useText } from '#platform/web';
import type { Citation } from '../../contract/index.ts';
import { memoryTexts } from '../texts.ts';
import { splitCited } from './cited-text.rules.ts';

interface MarkerProps {
  readonly citation: Citation;
  readonly onPress: (citation: Citation) => void;
}

function Marker({ citation, onPress }: MarkerProps): ReactNode {
  const t = useText(memoryTexts);
  return (
    <ButtonBase
      aria-label={t('answer.source', { marker: citation.marker, label: citation.label })}
      onClick={() => onPress(citation)}
      sx={{
        mx: '2px',
        px: '6px',
        minWidth: 22,
        height: 20,
        borderRadius: '6px',
        verticalAlign: 'baseline',
        fontSize: '0.75rem',
        fontWeight: 650,
        fontVariantNumeric: 'tabular-nums',
        color: 'primary.main',
        bgcolor: 'action.selected',
        '&:hover': { bgcolor: 'primary.main', color: 'primary.contrastText' },
      }}
    >
      {citation.marker}
    </ButtonBase>
  );
}

export interface CitedTextProps {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly onPress: (citation: Citation) => void;
}

/** An answer as plain text, with a small button wherever it refers to a memory. */
export function CitedText({ text, citations, onPress }: CitedTextProps): ReactNode {
  const parts = useMemo(() => {
    let offset = 0;
    return splitCited(text, new Set(citations.map(({ marker }) => marker))).map((part) => {
      const key = `${offset}:${part.kind}`;
      offset += part.kind === 'text' ? part.text.length : 1;
      return { part, key };
    });
  }, [text, citations]);
  return (
    <Box
      component="span"
      dir="auto"
      sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', display: 'block' }}
    >
      {parts.map(({ part, key }) => {
        if (part.kind === 'text') return <span key={key}>{part.text}</span>;
        const citation = citations.find(({ marker }) => marker === part.marker);
        return citation === undefined ? null : <Marker key={key} citation={citation} onPress={onPress} />;
      })}
    </Box>
  );
}
