import AddRounded from '@mui/icons-material/AddRounded';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, Button, IconButton, Tooltip } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { RoleDefinition } from '../../../contract/index.ts';
import { rolesTexts } from '../texts.ts';
import { WordsFields } from './words-fields.tsx';

type Starters = RoleDefinition['starters'];

export interface StarterFieldsProps {
  readonly starters: Readonly<Starters>;
  readonly disabled: boolean;
  readonly onChange: (starters: Readonly<Starters>) => void;
}

const most = 8;

/** Questions to begin with, in both languages. */
export function StarterFields({ starters, disabled, onChange }: StarterFieldsProps): ReactNode {
  const t = useText(rolesTexts);
  return (
    <Box sx={{ display: 'grid', gap: 1.5, minWidth: 0 }}>
      {starters.map((starter, index) => {
        const place = index + 1;
        return (
          <Box
            key={`starter-${place}`}
            sx={{ display: 'flex', gap: 0.5, alignItems: 'flex-start', minWidth: 0 }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <WordsFields
                ru={t('field.starter_ru', { place })}
                en={t('field.starter_en', { place })}
                value={starter}
                multiline
                disabled={disabled}
                onChange={(next) => onChange(starters.map((each, at) => (at === index ? next : each)))}
              />
            </Box>
            <Tooltip title={t('editor.remove_starter')}>
              <span>
                <IconButton
                  aria-label={`${t('editor.remove_starter')}: ${place}`}
                  disabled={disabled}
                  onClick={() => onChange(starters.filter((_starter, at) => at !== index))}
                >
                  <DeleteOutlined fontSize="small" />
                </IconButton>
              </span>
            </Tooltip>
          </Box>
        );
      })}
      {starters.length < most ? (
        <Box>
          <Button
            size="small"
            startIcon={<AddRounded />}
            disabled={disabled}
            onClick={() => onChange([...starters, { ru: '', en: '' }])}
          >
            {t('editor.add_starter')}
          </Button>
        </Box>
      ) : null}
    </Box>
  );
}
