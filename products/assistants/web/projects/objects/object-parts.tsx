import { Box, Chip, Link, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { useLanguage, useText } from '#platform/web';
import type { ProjectObjectDetail } from '../../../contract/index.ts';
import { PlainTable } from '../../pieces/plain-table.tsx';
import { TitledSection } from '../../pieces/titled-section.tsx';
import { known, propertyTitle, synonymOf } from '../names.rules.ts';
import { objectPath } from '../paths.ts';
import { projectsTexts } from '../texts.ts';
import { useLocalName } from '../use-local-name.ts';
import { usePropertyTitle } from '../use-property-title.ts';

const rights = [
  'Read',
  'Insert',
  'Update',
  'Delete',
  'View',
  'Edit',
  'InputByString',
  'Posting',
  'UndoPosting',
  'Use',
  'Get',
  'Set',
  'Start',
  'InteractiveInsert',
  'InteractiveDelete',
  'InteractivePosting',
  'TotalsControl',
] as const;

const references = [
  'owners',
  'registerRecords',
  'basedOn',
  'content',
  'registeredDocuments',
  'chartOfAccounts',
  'source',
] as const;

interface PartProps {
  readonly projectId: string;
  readonly object: ProjectObjectDetail;
}

/** Names as chips: values, commands, templates. */
export function NameGroup({
  title,
  names,
}: {
  readonly title: string;
  readonly names: readonly string[];
}): ReactNode {
  if (names.length === 0) return null;
  return (
    <TitledSection heading="h3" title={title}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
        {names.map((name) => (
          <Chip key={name} size="small" variant="outlined" label={name} />
        ))}
      </Box>
    </TitledSection>
  );
}

/** The forms with what their elements show. */
export function Forms({ object }: PartProps): ReactNode {
  const t = useText(projectsTexts);
  const language = useLanguage();
  if (object.object_forms.length === 0) return null;
  return (
    <TitledSection heading="h3" title={t('object.forms')}>
      <Box sx={{ display: 'grid', gap: 0.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {object.object_forms.map(({ name, synonym, items }) => {
          const showing = items.filter((item) => item.data_path !== '');
          const words = synonymOf(synonym, language);
          return (
            <Box component="details" key={name} sx={{ minWidth: 0 }}>
              <Box component="summary" sx={{ cursor: 'pointer', py: 0.5, overflowWrap: 'anywhere' }}>
                {name}
                {words === '' || words === name ? '' : ` — ${words}`}
              </Box>
              <Box sx={{ my: 1 }}>
                {showing.length === 0 ? (
                  <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                    {t('object.form_empty')}
                  </Typography>
                ) : (
                  <PlainTable
                    label={t('object.form_items', { name })}
                    head={[t('object.head.element'), t('object.head.shows')]}
                    rows={showing.map((item, at) => ({
                      key: `${at}:${item.name}`,
                      cells: [item.name, item.data_path],
                    }))}
                  />
                )}
              </Box>
            </Box>
          );
        })}
      </Box>
    </TitledSection>
  );
}

/** Which role may do what with the object. */
export function Rights({ object, projectId }: PartProps): ReactNode {
  const t = useText(projectsTexts);
  if (object.rights.length === 0) return null;
  const wordOf = (right: string): string => {
    const word = known(rights, right);
    return word === undefined ? propertyTitle(right) : t(`right.${word}`);
  };
  return (
    <TitledSection heading="h3" title={t('object.rights')}>
      <PlainTable
        label={t('object.rights')}
        head={[t('object.head.role'), t('object.head.allowed')]}
        rows={object.rights.map(({ role, allowed }) => ({
          key: role,
          cells: [
            <Link key="role" component={RouterLink} to={objectPath(projectId, `Role.${role}`)}>
              {role}
            </Link>,
            allowed.length === 0 ? t('object.rights_none') : allowed.map(wordOf).join(', '),
          ],
        }))}
      />
    </TitledSection>
  );
}

/** What the object names in its properties: owners, registers, content. */
export function References({ object, projectId }: PartProps): ReactNode {
  const t = useText(projectsTexts);
  const localName = useLocalName();
  const entries = Object.entries(object.references).filter(([, names]) => names.length > 0);
  if (entries.length === 0) return null;
  return (
    <TitledSection heading="h3" title={t('object.references')}>
      <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1, typography: 'body2' }}>
        {entries.map(([key, names]) => {
          const word = known(references, key);
          return (
            <Box key={key}>
              <Box component="dt" sx={{ color: 'text.secondary' }}>
                {word === undefined ? propertyTitle(key) : t(`reference.${word}`)}
              </Box>
              <Box component="dd" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}>
                {names.map((name) => (
                  <Link
                    key={name}
                    component={RouterLink}
                    to={objectPath(projectId, name)}
                    sx={{ overflowWrap: 'anywhere' }}
                  >
                    {localName(name)}
                  </Link>
                ))}
              </Box>
            </Box>
          );
        })}
      </Box>
    </TitledSection>
  );
}

/** The remaining properties as the export has them. */
export function Properties({ object }: PartProps): ReactNode {
  const t = useText(projectsTexts);
  const titleOf = usePropertyTitle();
  const entries = Object.entries(object.properties);
  if (entries.length === 0) return null;
  return (
    <Box component="details">
      <Box component="summary" sx={{ cursor: 'pointer', fontWeight: 560 }}>
        {t('object.properties')} ({entries.length})
      </Box>
      <Box sx={{ mt: 1 }}>
        <PlainTable
          label={t('object.properties')}
          head={[t('object.head.name'), t('object.head.value')]}
          rows={entries.map(([name, value]) => ({ key: name, cells: [titleOf(name), value] }))}
        />
      </Box>
    </Box>
  );
}
