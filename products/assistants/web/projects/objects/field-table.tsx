import { Button, Chip, Link, Stack } from '@mui/material';
import { Fragment, type ReactNode, useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { useLanguage, useText } from '#platform/web';
import type { ProjectField } from '../../../contract/index.ts';
import { PlainTable } from '../../pieces/plain-table.tsx';
import { known, synonymOf, typePieces } from '../names.rules.ts';
import { objectPath } from '../paths.ts';
import { projectsTexts } from '../texts.ts';

const parts = [
  'Attribute',
  'StandardAttribute',
  'Dimension',
  'Resource',
  'Column',
  'CommonAttribute',
  'AddressingAttribute',
  'AccountingFlag',
  'ExtDimensionAccountingFlag',
] as const;

interface TypeProps {
  readonly projectId: string;
  readonly type: ProjectField['type'];
}

function TypeOf({ projectId, type }: TypeProps): ReactNode {
  const language = useLanguage();
  return typePieces(type, language).map(({ text, object }, at) => (
    <Fragment key={text}>
      {at === 0 ? '' : ', '}
      {object === null ? (
        text
      ) : (
        <Link component={RouterLink} to={objectPath(projectId, object)}>
          {text}
        </Link>
      )}
    </Fragment>
  ));
}

export interface FieldTableProps {
  readonly projectId: string;
  readonly label: string;
  readonly fields: readonly ProjectField[];
}

/** Attributes with their types; those of the platform are folded away. */
export function FieldTable({ projectId, label, fields }: FieldTableProps): ReactNode {
  const t = useText(projectsTexts);
  const language = useLanguage();
  const own = fields.filter(({ part }) => part !== 'StandardAttribute');
  const standard = fields.length - own.length;
  const [all, setAll] = useState(own.length === 0);
  const shown = all ? fields : own;
  const synonymFor = ({ names, synonym }: ProjectField): string => {
    const words = synonymOf(synonym, language);
    return words === names[language] ? '' : words;
  };
  // A column that would say the same everywhere only takes room.
  const hasSynonyms = shown.some((field) => synonymFor(field) !== '');
  const hasParts = new Set(shown.map(({ part }) => part)).size > 1;
  const partOf = (name: string): string => {
    const part = known(parts, name);
    return part === undefined ? name : t(`part.${part}`);
  };
  const rows = shown.map((field) => ({
    key: `${field.part}.${field.names.en}`,
    cells: [
      <Fragment key="name">
        {field.names[language]}
        {field.extension === null ? null : (
          <Chip
            size="small"
            variant="outlined"
            label={t('objects.extension', { name: field.extension })}
            sx={{ ml: 1 }}
          />
        )}
      </Fragment>,
      <TypeOf key="type" projectId={projectId} type={field.type} />,
      ...(hasSynonyms ? [synonymFor(field)] : []),
      ...(hasParts ? [partOf(field.part)] : []),
    ],
  }));
  return (
    <Stack spacing={1} sx={{ alignItems: 'flex-start', minWidth: 0, '& > *': { maxWidth: '100%' } }}>
      {rows.length === 0 ? null : (
        <Stack sx={{ width: '100%' }}>
          <PlainTable
            label={label}
            head={[
              t('object.head.name'),
              t('object.head.type'),
              ...(hasSynonyms ? [t('object.head.synonym')] : []),
              ...(hasParts ? [t('object.head.part')] : []),
            ]}
            rows={rows}
          />
        </Stack>
      )}
      {standard === 0 || own.length === 0 ? null : (
        <Button size="small" color="inherit" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('object.hide_standard') : t('object.show_standard', { count: standard })}
        </Button>
      )}
    </Stack>
  );
}
