import { Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { DataList, PlainText, useLanguage, useText } from '#platform/web';
import type { ProjectObjectDetail } from '../../../contract/index.ts';
import { TitledSection } from '../../pieces/titled-section.tsx';
import { ModuleRow } from '../code/module-row.tsx';
import { synonymOf } from '../names.rules.ts';
import { projectsTexts } from '../texts.ts';
import { FieldTable } from './field-table.tsx';
import { Forms, NameGroup, Properties, References, Rights } from './object-parts.tsx';

export interface ObjectStructureProps {
  readonly projectId: string;
  readonly object: ProjectObjectDetail;
}

/** What an object is made of. */
export function ObjectStructure({ projectId, object }: ObjectStructureProps): ReactNode {
  const t = useText(projectsTexts);
  const language = useLanguage();
  const isEmpty =
    object.fields.length === 0 &&
    object.tabular_sections.length === 0 &&
    object.values.length === 0 &&
    object.object_forms.length === 0 &&
    object.object_modules.length === 0;
  return (
    <Stack spacing={3}>
      {object.comment === '' ? null : <PlainText>{object.comment}</PlainText>}
      {isEmpty ? <Typography sx={{ color: 'text.secondary' }}>{t('object.empty')}</Typography> : null}
      {object.fields.length === 0 ? null : (
        <TitledSection heading="h3" title={t('object.fields')}>
          <FieldTable projectId={projectId} label={t('object.fields')} fields={object.fields} />
        </TitledSection>
      )}
      {object.tabular_sections.map((section) => {
        const words = synonymOf(section.synonym, language);
        const title = t('object.tabular', {
          name: words === '' || words === section.name ? section.name : `${section.name} — ${words}`,
        });
        return (
          <TitledSection heading="h3" key={section.name} title={title}>
            <FieldTable projectId={projectId} label={title} fields={section.fields} />
          </TitledSection>
        );
      })}
      <NameGroup title={t('object.values')} names={object.values} />
      <Forms projectId={projectId} object={object} />
      <NameGroup title={t('object.commands')} names={object.commands} />
      <NameGroup title={t('object.templates')} names={object.templates} />
      {object.object_modules.length === 0 ? null : (
        <TitledSection heading="h3" title={t('object.modules')}>
          <DataList
            items={object.object_modules}
            keyOf={({ path }) => path}
            label={t('object.modules')}
            gap={0}
          >
            {(module) => <ModuleRow projectId={projectId} module={module} />}
          </DataList>
        </TitledSection>
      )}
      <Rights projectId={projectId} object={object} />
      <References projectId={projectId} object={object} />
      <Properties projectId={projectId} object={object} />
    </Stack>
  );
}
