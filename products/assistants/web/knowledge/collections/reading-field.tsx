import {
  Box,
  FormControl,
  FormControlLabel,
  FormHelperText,
  FormLabel,
  Radio,
  RadioGroup,
  Typography,
} from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useText } from '#platform/web';
import type { CollectionAccess } from '../../../contract/index.ts';
import { ChoiceField } from '../../pieces/choice-field.tsx';
import { knowledgeTexts } from '../texts.ts';
import { PeopleSelect } from './people-select.tsx';

export interface ReadingFieldProps {
  readonly value: CollectionAccess;
  /** Which of them may be chosen. */
  readonly kinds: readonly CollectionAccess['kind'][];
  readonly onChange: (value: CollectionAccess) => void;
}

const roles = ['viewer', 'member', 'admin', 'owner'] as const;

const firstOf: Readonly<Record<CollectionAccess['kind'], CollectionAccess>> = {
  private: { kind: 'private' },
  company: { kind: 'company', least_role: 'viewer' },
  members: { kind: 'members', member_ids: [] },
};

/** Who may read a collection. */
export function ReadingField({ value, kinds, onChange }: ReadingFieldProps): ReactNode {
  const t = useText(knowledgeTexts);
  const id = useId();
  const chosen = kinds.find((kind) => kind === value.kind);
  return (
    <FormControl component="fieldset" sx={{ gap: 1 }}>
      <FormLabel id={id}>{t('field.reading')}</FormLabel>
      <RadioGroup
        aria-labelledby={id}
        value={chosen ?? ''}
        onChange={({ target }) => {
          const kind = kinds.find((each) => each === target.value);
          if (kind !== undefined) onChange(firstOf[kind]);
        }}
      >
        {kinds.map((kind) => (
          <FormControlLabel
            key={kind}
            value={kind}
            control={<Radio />}
            sx={{ alignItems: 'flex-start', '& .MuiRadio-root': { mt: -0.5 }, mb: 1 }}
            label={
              <Box>
                {t(`reading.${kind}`)}
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {t(`reading.${kind}_help`)}
                </Typography>
              </Box>
            }
          />
        ))}
      </RadioGroup>
      {value.kind === 'company' ? (
        <ChoiceField
          label={t('reading.least_role')}
          value={value.least_role}
          choices={roles.map((role) => ({ value: role, label: t(`reading.role.${role}`) }))}
          onChange={(role) => onChange({ kind: 'company', least_role: role })}
        />
      ) : null}
      {value.kind === 'members' ? (
        <PeopleSelect
          chosen={value.member_ids}
          onChange={(people) => onChange({ kind: 'members', member_ids: [...people] })}
        />
      ) : null}
      {kinds.length > 1 ? null : <FormHelperText>{t('reading.admins_share')}</FormHelperText>}
    </FormControl>
  );
}
