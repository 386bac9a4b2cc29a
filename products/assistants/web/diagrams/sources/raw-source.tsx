import { Button, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { FileButton } from '../../pieces/file-button.tsx';
import type { DrawRequest } from '../drawing.ts';
import { diagramsTexts } from '../texts.ts';
import { rawInput } from './raw-source.rules.ts';
import { SourceField } from './source-field.tsx';
import { useLive } from './use-live.ts';

const longest = 2_000_000;

export interface RawSourceProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly isDrawing: boolean;
  readonly onDraw: (request: DrawRequest) => void;
}

/** A diagram in its own notation, drawn as it is changed. */
export function RawSource({ text, onText, isDrawing, onDraw }: RawSourceProps): ReactNode {
  const t = useText(diagramsTexts);
  const input = text.length > longest ? null : rawInput(text);
  const draw = (): void => {
    if (input !== null) onDraw({ input, unread: [] });
  };
  useLive(true, text, draw);
  const fault =
    text.length > longest
      ? t('raw.too_long')
      : text.trim() !== '' && input === null
        ? t('raw.bad_json')
        : undefined;
  return (
    <Stack spacing={1.5}>
      <SourceField
        isCode
        label={t('raw.label')}
        placeholder={t('raw.placeholder')}
        value={text}
        fault={fault}
        onChange={onText}
      />
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <Button variant="contained" loading={isDrawing} disabled={input === null} onClick={draw}>
          {t('draw')}
        </Button>
        <FileButton
          label={t('raw.open_file')}
          accept=".mmd,.mermaid,.md,.bpmn,.xml,.json,.txt"
          onFile={async (file) => onText(await file.text())}
        />
      </Stack>
    </Stack>
  );
}
