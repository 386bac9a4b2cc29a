import { Button, FormControlLabel, Stack, Switch } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useText } from '#platform/web';
import type { DrawRequest } from '../drawing.ts';
import { exampleTexts } from '../examples.ts';
import { type TextKind, textKinds } from '../kinds.ts';
import { diagramsTexts } from '../texts.ts';
import { ChoiceField } from './choice-field.tsx';
import { ganttOfText } from './gantt-text.rules.ts';
import { SourceField } from './source-field.tsx';
import { useLive } from './use-live.ts';

const longest = 200_000;

export interface TextState {
  readonly kind: TextKind;
  readonly text: string;
}

export const emptyText: TextState = { kind: 'auto', text: '' };

/** The example of a kind. */
export const exampleOf = (kind: TextKind): string => exampleTexts[kind === 'auto' ? 'bpmn' : kind];

/** What a text asks to be drawn; null: nothing yet. */
export function textRequest({ kind, text }: TextState, section: string): DrawRequest | null {
  if (text.trim() === '' || text.length > longest) return null;
  if (kind !== 'gantt') return { input: { from: 'text', text, kind }, unread: [] };
  const { model, unread } = ganttOfText(text, new Date().toISOString().slice(0, 10), section);
  return model === null ? null : { input: { from: 'model', model }, unread };
}

export interface TextSourceProps {
  readonly state: TextState;
  readonly onState: (state: TextState) => void;
  readonly isDrawing: boolean;
  readonly onDraw: (request: DrawRequest) => void;
}

/** A diagram in words. */
export function TextSource({ state, onState, isDrawing, onDraw }: TextSourceProps): ReactNode {
  const t = useText(diagramsTexts);
  const [isLive, setIsLive] = useState(true);
  const request = textRequest(state, t('text.section'));
  const draw = (next: DrawRequest | null): void => {
    if (next !== null) onDraw(next);
  };
  useLive(isLive, `${state.kind}\n${state.text}`, () => draw(request));
  const isLong = state.text.length > longest;
  const fault = isLong
    ? t('text.too_long')
    : state.kind === 'gantt' && state.text.trim() !== '' && request === null
      ? t('text.no_tasks')
      : undefined;
  const take = (kind: TextKind): void => {
    const next = { kind, text: exampleOf(kind) };
    onState(next);
    draw(textRequest(next, t('text.section')));
  };
  return (
    <Stack spacing={1.5}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <ChoiceField
          label={t('kind.label')}
          value={state.kind}
          choices={textKinds}
          nameOf={(kind) => t(`kind.${kind}`)}
          onChange={(kind) => onState({ ...state, kind })}
        />
        <Button color="inherit" onClick={() => take(state.kind)}>
          {t('example')}
        </Button>
      </Stack>
      <SourceField
        label={t('text.label')}
        placeholder={t('text.placeholder')}
        value={state.text}
        fault={fault}
        help={t(`hint.${state.kind}`)}
        onChange={(text) => onState({ ...state, text })}
      />
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Button
          variant="contained"
          loading={isDrawing}
          disabled={request === null}
          onClick={() => draw(request)}
        >
          {t('draw')}
        </Button>
        <FormControlLabel
          control={<Switch checked={isLive} onChange={(_event, on) => setIsLive(on)} />}
          label={t('while_typing')}
        />
      </Stack>
    </Stack>
  );
}
