import { Box, Button } from '@mui/material';
import { type ReactNode, useMemo, useState } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import type { DiffLine } from './diff.rules.ts';
import { codeFont } from './ink-looks.ts';
import { piecesTexts } from './texts.ts';

export interface DiffViewProps {
  readonly lines: readonly DiffLine[];
  /** Names the difference for screen readers. */
  readonly label: string;
  readonly maxHeight?: string;
}

const signs = { same: ' ', removed: '−', added: '+', gap: ' ' } as const;
const looks = {
  same: {},
  removed: { bgcolor: 'color-mix(in srgb, var(--mui-palette-error-main) 12%, transparent)' },
  added: { bgcolor: 'color-mix(in srgb, var(--mui-palette-success-main) 14%, transparent)' },
  gap: { bgcolor: 'action.hover', color: 'text.secondary' },
} as const;
/** More lines come when they are asked for: most people read the first screens. */
const step = 400;

interface LineProps {
  readonly line: DiffLine;
  readonly numbered: boolean;
}

function Line({ line: { kind, text, before, after }, numbered }: LineProps): ReactNode {
  const t = useText(piecesTexts);
  return (
    <Box sx={{ position: 'relative', display: 'flex', minWidth: 'max-content', ...looks[kind] }}>
      {numbered ? (
        <Box
          component="span"
          aria-hidden
          sx={{
            width: '6ch',
            pr: 1,
            flexShrink: 0,
            textAlign: 'right',
            color: 'text.secondary',
            userSelect: 'none',
          }}
        >
          {after ?? before ?? ''}
        </Box>
      ) : null}
      <Box
        component="span"
        aria-hidden
        sx={{ width: '2.5ch', flexShrink: 0, textAlign: 'center', fontWeight: 700 }}
      >
        {signs[kind]}
      </Box>
      {kind === 'added' || kind === 'removed' ? (
        <Box component="span" sx={visuallyHidden}>
          {t(`diff.${kind}`)}
        </Box>
      ) : null}
      <Box component="span" sx={{ whiteSpace: 'pre', pr: 2 }}>
        {text}
      </Box>
    </Box>
  );
}

/** A difference, line by line: signs and words beside the colours. */
export function DiffView({ lines, label, maxHeight = '50vh' }: DiffViewProps): ReactNode {
  const t = useText(piecesTexts);
  const [limit, setLimit] = useState(step);
  // Lines of a difference never move: their place names them.
  const placed = useMemo(() => lines.map((line, key) => ({ line, key })), [lines]);
  const numbered = lines.some(({ before, after }) => before !== null || after !== null);
  return (
    <Box
      role="region"
      aria-label={label}
      tabIndex={0}
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: '10px',
        overflow: 'auto',
        maxHeight,
        py: 0.75,
        bgcolor: 'background.paper',
        fontFamily: codeFont,
        fontSize: '0.8125rem',
        lineHeight: 1.6,
        tabSize: 4,
      }}
    >
      {placed.slice(0, limit).map(({ line, key }) => (
        <Line key={key} line={line} numbered={numbered} />
      ))}
      {lines.length > limit ? (
        <Button size="small" onClick={() => setLimit(limit + step * 5)} sx={{ m: 1 }}>
          {t('diff.more', { count: lines.length - limit })}
        </Button>
      ) : null}
    </Box>
  );
}
