import { Box, Chip, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { DataList, EmptyState, useText } from '#platform/web';
import type { SuggestedObject } from '../../contract/index.ts';
import { useNames } from './list/names.ts';
import { RequirementLink } from './set/requirement-link.tsx';
import { requirementsTexts } from './texts.ts';

interface ObjectCardProps {
  readonly object: SuggestedObject;
  readonly onShow: (id: string) => void;
}

function ObjectCard({
  object: { kind, name, attributes, values, reasons },
  onShow,
}: ObjectCardProps): ReactNode {
  const t = useText(requirementsTexts);
  const { kindOf } = useNames();
  return (
    <Box
      sx={{
        height: '100%',
        border: 1,
        borderColor: 'divider',
        borderRadius: '12px',
        p: { xs: 1.5, sm: 2 },
        bgcolor: 'background.paper',
      }}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {kindOf(kind)}
      </Typography>
      <Typography component="h2" sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>
        {name}
      </Typography>
      {attributes.length === 0 ? null : (
        <Box sx={{ mt: 1 }}>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t('objects.attributes')}
          </Typography>
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', fontSize: '0.875rem' }}>
            {attributes.map((attribute) => (
              <Box component="li" key={attribute.name} sx={{ overflowWrap: 'anywhere' }}>
                {attribute.name}{' '}
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {attribute.type}
                </Box>
              </Box>
            ))}
          </Box>
        </Box>
      )}
      {values.length === 0 ? null : (
        <Box sx={{ mt: 1 }}>
          <Typography variant="caption" component="div" sx={{ color: 'text.secondary', mb: 0.5 }}>
            {t('objects.values')}
          </Typography>
          <Stack direction="row" spacing={0.5} useFlexGap sx={{ flexWrap: 'wrap' }}>
            {values.map((value) => (
              <Chip key={value} size="small" label={value} />
            ))}
          </Stack>
        </Box>
      )}
      {reasons.length === 0 ? null : (
        <Box sx={{ mt: 1 }}>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t('objects.reasons')}
          </Typography>
          <Box
            component="ul"
            sx={{ m: 0, p: 0, listStyle: 'none', fontSize: '0.8125rem', display: 'grid', gap: 0.5 }}
          >
            {reasons.map(({ requirement, sentence, words }) => (
              <Box
                component="li"
                key={`${requirement}:${words}:${sentence}`}
                sx={{ overflowWrap: 'anywhere' }}
              >
                <RequirementLink id={requirement} onShow={onShow} />
                {` «${words}»: `}
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {sentence}
                </Box>
              </Box>
            ))}
          </Box>
        </Box>
      )}
    </Box>
  );
}

export interface ObjectsPanelProps {
  readonly objects: readonly SuggestedObject[];
  readonly onShow: (id: string) => void;
}

/** Objects of a configuration the requirements ask for, with the words that say so. */
export function ObjectsPanel({ objects, onShow }: ObjectsPanelProps): ReactNode {
  const t = useText(requirementsTexts);
  if (objects.length === 0) return <EmptyState title={t('objects.none')} hint={t('objects.none_hint')} />;
  return (
    <Stack spacing={1.5}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('objects.hint')}
      </Typography>
      <Box
        sx={{
          '& > ul': {
            gridTemplateColumns: {
              xs: 'minmax(0, 1fr)',
              sm: 'repeat(2, minmax(0, 1fr))',
              xl: 'repeat(3, minmax(0, 1fr))',
            },
          },
        }}
      >
        <DataList items={objects} keyOf={({ kind, name }) => `${kind}.${name}`} label={t('objects.list')}>
          {(object) => <ObjectCard object={object} onShow={onShow} />}
        </DataList>
      </Box>
    </Stack>
  );
}
