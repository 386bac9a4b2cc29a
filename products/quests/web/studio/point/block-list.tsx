import FormatQuoteOutlined from '@mui/icons-material/FormatQuoteOutlined';
import GraphicEqOutlined from '@mui/icons-material/GraphicEqOutlined';
import ImageOutlined from '@mui/icons-material/ImageOutlined';
import NotesOutlined from '@mui/icons-material/NotesOutlined';
import { Button, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { Block } from '../../../contract/index.ts';
import { moved, replaced, without } from '../draft/lists.rules.ts';
import { noFile } from '../draft/sendable.rules.ts';
import { studioTexts } from '../texts.ts';
import { BlockFields } from './block-fields.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { useKeys } from './use-keys.ts';

const kinds = [
  ['text', NotesOutlined, { kind: 'text', text: '' }],
  ['image', ImageOutlined, { kind: 'image', file_id: noFile }],
  ['audio', GraphicEqOutlined, { kind: 'audio', file_id: noFile }],
  ['quote', FormatQuoteOutlined, { kind: 'quote', text: '' }],
] as const satisfies readonly (readonly [Block['kind'], unknown, Block])[];

const mostBlocks = 30;

interface BlockListProps {
  readonly label: string;
  readonly blocks: readonly Block[];
  readonly onChange: (blocks: Block[]) => void;
}

/** Pieces of the story in their order: added, moved and taken away. */
export function BlockList({ label, blocks, onChange }: BlockListProps): ReactNode {
  const t = useText(studioTexts);
  const { keys, add, move, remove } = useKeys(blocks.length);
  return (
    <Stack role="group" aria-label={label} spacing={1.5}>
      {blocks.map((block, at) => (
        <EntryFrame
          key={keys[at]}
          name={t(`block.${block.kind}`)}
          at={at}
          count={blocks.length}
          onMove={(to) => {
            move(at, to);
            onChange(moved(blocks, at, to));
          }}
          onRemove={() => {
            remove(at);
            onChange(without(blocks, at));
          }}
        >
          <BlockFields block={block} onChange={(next) => onChange(replaced(blocks, at, next))} />
        </EntryFrame>
      ))}
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
        {kinds.map(([kind, Icon, blank]) => (
          <Button
            key={kind}
            variant="outlined"
            color="inherit"
            size="small"
            startIcon={<Icon />}
            disabled={blocks.length >= mostBlocks}
            aria-label={t('block.add', { name: t(`block.${kind}`), place: label })}
            onClick={() => {
              add();
              onChange([...blocks, blank]);
            }}
          >
            {t(`block.${kind}`)}
          </Button>
        ))}
      </Stack>
    </Stack>
  );
}
