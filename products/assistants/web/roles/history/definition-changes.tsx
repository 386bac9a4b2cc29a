import { Box, Typography } from '@mui/material';
import { type ReactNode, useMemo } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import type { RoleDefinition } from '../../../contract/index.ts';
import { type ChangedLine, changesBetween } from '../definition.rules.ts';
import { rolesTexts } from '../texts.ts';

const tints: Readonly<Record<ChangedLine['kind'], object>> = {
  added: { bgcolor: 'color-mix(in srgb, var(--mui-palette-success-main) 14%, transparent)' },
  removed: { bgcolor: 'color-mix(in srgb, var(--mui-palette-error-main) 13%, transparent)' },
  same: { color: 'text.secondary' },
};
const signs: Readonly<Record<ChangedLine['kind'], string>> = { added: '+', removed: '−', same: ' ' };

function Lines({ lines }: { readonly lines: readonly ChangedLine[] }): ReactNode {
  const t = useText(rolesTexts);
  // Lines of a comparison never move: their place names them.
  const placed = lines.map((line, place) => ({ ...line, key: `${place}` }));
  return (
    <Box
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: '10px',
        overflow: 'hidden',
        fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
        fontSize: '0.8125rem',
        lineHeight: 1.6,
      }}
    >
      {placed.map(({ key, kind, text }) => (
        <Box key={key} sx={{ display: 'flex', px: 1, ...tints[kind] }}>
          <Box component="span" aria-hidden sx={{ width: '2ch', flexShrink: 0 }}>
            {signs[kind]}
          </Box>
          {kind === 'same' ? null : (
            <Box component="span" sx={visuallyHidden}>
              {t(`changes.${kind}`)}
            </Box>
          )}
          <Box component="span" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', minWidth: 0 }}>
            {text}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

export interface DefinitionChangesProps {
  readonly before: RoleDefinition;
  readonly after: RoleDefinition;
}

/** What two versions differ in, field by field. */
export function DefinitionChanges({ before, after }: DefinitionChangesProps): ReactNode {
  const t = useText(rolesTexts);
  const changes = useMemo(() => changesBetween(before, after), [before, after]);
  if (changes.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('changes.none')}
      </Typography>
    );
  }
  return (
    <Box sx={{ display: 'grid', gap: 1.5, minWidth: 0 }}>
      {changes.map(({ field, lines }) => (
        <Box key={field}>
          <Typography variant="overline" component="h3" sx={{ color: 'text.secondary' }}>
            {t(`changes.${field}`)}
          </Typography>
          <Lines lines={lines} />
        </Box>
      ))}
    </Box>
  );
}
