import { Box, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { useField } from '../draft/desk-context.ts';
import { studioTexts } from '../texts.ts';
import { ConditionFields } from './condition-fields.tsx';
import { EntryFields } from './entry-fields.tsx';
import { FileChoice } from './file-choice.tsx';
import { LongText } from './long-text.tsx';
import { Section } from './section.tsx';

function StoryFields(): ReactNode {
  const t = useText(studioTexts);
  const [title, setTitle] = useField('title');
  const [summary, setSummary] = useField('summary');
  const [description, setDescription] = useField('description');
  return (
    <Section title={t('description.story')}>
      <LongText
        label={t('field.title')}
        value={title}
        onChange={setTitle}
        most={120}
        required
        fault={title.trim().length < 3 ? t('field.title_short') : undefined}
      />
      <LongText
        label={t('field.summary')}
        value={summary}
        onChange={setSummary}
        most={300}
        rows={2}
        help={t('field.summary_help')}
      />
      <LongText
        label={t('field.description')}
        value={description}
        onChange={setDescription}
        most={10_000}
        rows={6}
        help={t('field.description_help')}
      />
    </Section>
  );
}

function CoverField(): ReactNode {
  const t = useText(studioTexts);
  const [cover, setCover] = useField('cover_file_id');
  return (
    <Section title={t('field.cover')} help={t('field.cover_help')}>
      <FileChoice
        label={t('field.cover')}
        purpose="quests.cover"
        fileId={cover}
        onChange={setCover}
        removable
      />
    </Section>
  );
}

/** Everything players read before they set out. */
export function DescriptionTab(): ReactNode {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: { xs: 4, md: 5 },
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' },
        maxWidth: 1120,
      }}
    >
      <Stack spacing={4}>
        <StoryFields />
        <ConditionFields />
      </Stack>
      <Stack spacing={4}>
        <CoverField />
        <EntryFields />
      </Stack>
    </Box>
  );
}
