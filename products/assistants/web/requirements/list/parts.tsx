import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { Requirement } from '../../../contract/index.ts';
import { requirementsTexts } from '../texts.ts';

const sentenceParts = ['condition', 'subject', 'action', 'object', 'criterion'] as const;
const storyParts = ['role', 'goal', 'value'] as const;
/** A requirement can do without these. */
const optional: ReadonlySet<string> = new Set(['condition', 'object', 'criterion']);

/** What a requirement is made of; what it cannot do without is told to be missing. */
export function Parts({
  requirement: { parts, story, type },
}: {
  readonly requirement: Requirement;
}): ReactNode {
  const t = useText(requirementsTexts);
  if (type === 'not-a-requirement') return null;
  const named =
    story === null
      ? sentenceParts.map((name) => ({ name, text: parts[name] }))
      : storyParts.map((name) => ({ name, text: story[name] }));
  const shown = named.filter(({ name, text }) => text !== null || !optional.has(name));
  // A sentence nobody could take apart says nothing here.
  if (shown.every(({ text }) => text === null)) return null;
  return (
    <Box component="details" sx={{ mt: 1, fontSize: '0.8125rem' }}>
      <Box component="summary" sx={{ color: 'text.secondary', cursor: 'pointer', width: 'fit-content' }}>
        {t('list.parts')}
      </Box>
      <Box
        component="dl"
        sx={{
          m: 0,
          mt: 0.75,
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 2,
          rowGap: 0.5,
        }}
      >
        {shown.map(({ name, text }) => (
          <Box key={name} sx={{ display: 'flex', gap: 0.5, minWidth: 0 }}>
            <Box
              component="dt"
              sx={{ color: 'text.secondary', flexShrink: 0 }}
            >{`${t(`part.${name}`)}:`}</Box>
            <Box
              component="dd"
              sx={{ m: 0, overflowWrap: 'anywhere', ...(text === null ? { color: 'warning.main' } : {}) }}
            >
              {text ?? t('part.missing')}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
