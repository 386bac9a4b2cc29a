import { Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { Block } from '../../../contract/index.ts';
import { FileChoice } from '../description/file-choice.tsx';
import { LongText } from '../description/long-text.tsx';
import { noFile } from '../draft/sendable.rules.ts';
import { studioTexts } from '../texts.ts';

interface BlockFieldsProps {
  readonly block: Block;
  readonly onChange: (block: Block) => void;
}

/** The fields of one piece of the story. */
export function BlockFields({ block, onChange }: BlockFieldsProps): ReactNode {
  const t = useText(studioTexts);
  if (block.kind === 'text') {
    return (
      <LongText
        label={t('block.text_label')}
        value={block.text}
        onChange={(text) => onChange({ ...block, text })}
        most={5_000}
        rows={3}
      />
    );
  }
  if (block.kind === 'quote') {
    return (
      <Stack spacing={1.5}>
        <LongText
          label={t('block.quote_label')}
          value={block.text}
          onChange={(text) => onChange({ ...block, text })}
          most={1_000}
          rows={2}
        />
        <LongText
          label={t('block.source')}
          value={block.source ?? ''}
          onChange={(source) => onChange({ ...block, source })}
          most={200}
        />
      </Stack>
    );
  }
  return (
    <Stack spacing={1.5}>
      <FileChoice
        label={t(`block.${block.kind}`)}
        purpose={block.kind === 'image' ? 'quests.block_image' : 'quests.block_audio'}
        fileId={block.file_id === noFile ? null : block.file_id}
        onChange={(fileId) => onChange({ ...block, file_id: fileId ?? noFile })}
      />
      <LongText
        label={t(block.kind === 'image' ? 'block.caption' : 'block.transcript')}
        value={block.caption ?? ''}
        onChange={(caption) => onChange({ ...block, caption })}
        most={300}
      />
    </Stack>
  );
}
