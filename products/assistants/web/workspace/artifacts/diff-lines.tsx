import { Box } from '@mui/material';
import { type ReactNode, useMemo } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import { workspaceTexts } from '../texts.ts';
import { type DiffLine, readDiff } from './artifact.rules.ts';

const tints: Readonly<Record<DiffLine['kind'], object>> = {
  added: { bgcolor: 'color-mix(in srgb, var(--mui-palette-success-main) 14%, transparent)' },
  removed: { bgcolor: 'color-mix(in srgb, var(--mui-palette-error-main) 13%, transparent)' },
  place: { color: 'text.secondary', bgcolor: 'action.hover' },
  same: {},
};
const signs: Readonly<Record<DiffLine['kind'], string>> = { added: '+', removed: '−', place: ' ', same: ' ' };

/** A unified diff: what comes, what goes. */
export function DiffLines({ diff, label }: { readonly diff: string; readonly label: string }): ReactNode {
  const t = useText(workspaceTexts);
  const lines = useMemo(() => readDiff(diff).map((line, index) => ({ ...line, key: `${index}` })), [diff]);
  return (
    <Box
      component="pre"
      tabIndex={0}
      aria-label={label}
      sx={{
        m: 0,
        py: 1,
        overflow: 'auto',
        maxHeight: '70vh',
        border: 1,
        borderColor: 'divider',
        borderRadius: '12px',
        bgcolor: 'background.paper',
        fontFamily: 'ui-monospace, "JetBrains Mono", Menlo, Consolas, monospace',
        fontSize: '0.8125rem',
        lineHeight: 1.6,
      }}
    >
      <Box sx={{ minWidth: 'max-content' }}>
        {lines.map(({ key, kind, text }) => (
          <Box key={key} component="span" sx={{ display: 'block', px: 1.5, ...tints[kind] }}>
            {kind === 'added' || kind === 'removed' ? (
              <Box component="span" sx={visuallyHidden}>
                {t(`artifact.line.${kind}`)}
              </Box>
            ) : null}
            <span aria-hidden>{signs[kind]} </span>
            {text === '' ? ' ' : text}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
