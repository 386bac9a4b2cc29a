import { TextField } from '@mui/material';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useText } from '#platform/web';
import type { ShownTask } from '../../../contract/index.ts';
import { playTexts } from '../texts.ts';
import { readNumber } from './number-answer.rules.ts';
import { type TaskProps, taskFormId } from './task-props.ts';

type Kind<K extends ShownTask['kind']> = Extract<ShownTask, { kind: K }>;

/** Words. */
export function TextTask({ labelId, onAnswer }: TaskProps<Kind<'text'>>): ReactNode {
  const t = useText(playTexts);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') setFault(t('task.required'));
    else onAnswer({ text: text.trim() });
  };
  return (
    <form id={taskFormId} onSubmit={submit} noValidate>
      <TextField
        fullWidth
        label={t('task.answer')}
        value={text}
        error={fault !== null}
        helperText={fault}
        onChange={({ target }) => {
          setText(target.value);
          setFault(null);
        }}
        slotProps={{
          htmlInput: {
            maxLength: 500,
            'aria-describedby': labelId,
            enterKeyHint: 'send',
            autoCapitalize: 'off',
          },
          formHelperText: { 'aria-live': 'polite' },
        }}
      />
    </form>
  );
}

/** A number, with the comma or the point of whoever types. */
export function NumberTask({ task, labelId, onAnswer }: TaskProps<Kind<'number'>>): ReactNode {
  const t = useText(playTexts);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const number = readNumber(text);
    if (number === null) setFault(t('task.number_bad'));
    else onAnswer({ number });
  };
  return (
    <form id={taskFormId} onSubmit={submit} noValidate>
      <TextField
        fullWidth
        label={task.unit === null ? t('task.number') : t('task.number_unit', { unit: task.unit })}
        value={text}
        error={fault !== null}
        helperText={fault}
        onChange={({ target }) => {
          setText(target.value);
          setFault(null);
        }}
        slotProps={{
          htmlInput: {
            inputMode: 'decimal',
            maxLength: 30,
            'aria-describedby': labelId,
            enterKeyHint: 'send',
          },
          formHelperText: { 'aria-live': 'polite' },
        }}
      />
    </form>
  );
}
