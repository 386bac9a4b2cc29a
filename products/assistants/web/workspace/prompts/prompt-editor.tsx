import { Alert, Box, Button, MenuItem, TextField } from '@mui/material';
import { type ReactNode, useRef, useState } from 'react';
import { type Static, Type } from 'typebox';
import {
  asProblem,
  Form,
  FormTextField,
  SubmitButton,
  useApi,
  useForm,
  useInvalidate,
  useLocalized,
  useText,
} from '#platform/web';
import {
  type Assistant,
  changePrompt,
  createPrompt,
  getPrompt,
  listPrompts,
  maxPromptText,
  maxPromptTitle,
  type Prompt,
  PromptBody,
} from '../../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { workspaceTexts } from '../texts.ts';
import { ShareSwitch } from './share-switch.tsx';

const schema = Type.Object({ title: PromptBody.properties.title, text: PromptBody.properties.text });

/** What happened on the server while it was edited here. */
type Meanwhile = { readonly kind: 'changed'; readonly theirs: Prompt } | { readonly kind: 'gone' };

export interface PromptEditorProps {
  readonly prompt: Prompt | null;
  readonly draft: string;
  readonly assistants: readonly Assistant[];
  /** Left, saved or not. */
  readonly onDone: () => void;
}

/** Writes a prompt or changes one. */
export function PromptEditor({ prompt, draft, assistants, onDone }: PromptEditorProps): ReactNode {
  const t = useText(workspaceTexts);
  const localized = useLocalized();
  const refusals = useRefusals();
  const { call } = useApi();
  const invalidate = useInvalidate();
  const [base, setBase] = useState(prompt);
  const [role, setRole] = useState(prompt?.role ?? null);
  const [shared, setShared] = useState(prompt?.shared ?? false);
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null);
  // Sent again after a failure, it is still the same prompt; a server that has it answers as before.
  const sent = useRef({ text: '', key: '' });

  const create = async (body: Static<typeof PromptBody>): Promise<void> => {
    const text = JSON.stringify(body);
    if (sent.current.text !== text) sent.current = { text, key: crypto.randomUUID() };
    await call(createPrompt, { body, idempotencyKey: sent.current.key });
  };
  const save = async (values: Static<typeof schema>): Promise<void> => {
    const fields = { title: values.title.trim(), text: values.text.trim(), role, shared };
    if (base === null) await create(fields);
    else {
      const body = { ...fields, base_version: base.version };
      await call(changePrompt, { params: { id: base.id }, body });
    }
    await invalidate(listPrompts);
    onDone();
  };
  const form = useForm({
    schema,
    initial: { title: prompt?.title ?? '', text: prompt?.text ?? draft.slice(0, maxPromptText) },
    submit: async (values) => {
      try {
        await save(values);
      } catch (error) {
        const { code } = asProblem(error);
        if (base === null) throw error;
        if (code === 'assistants.prompt_not_found') {
          setBase(null);
          setMeanwhile({ kind: 'gone' });
        } else if (code === 'assistants.prompt_changed') {
          const theirs = await call(getPrompt, { params: { id: base.id } });
          setBase(theirs);
          setMeanwhile({ kind: 'changed', theirs });
        } else throw error;
      }
    },
  });
  const takeTheirs = ({ title, text, role: theirRole, shared: isShared }: Prompt): void => {
    form.reset({ title, text });
    setRole(theirRole);
    setShared(isShared);
    setMeanwhile(null);
  };
  const unknownRole = role !== null && !assistants.some((assistant) => assistant.role === role);
  return (
    <Form form={form} refusals={refusals} label={t('prompt.title')}>
      {meanwhile === null ? null : (
        <Alert
          severity="warning"
          variant="outlined"
          {...(meanwhile.kind === 'gone'
            ? {}
            : {
                action: (
                  <Button
                    size="small"
                    color="inherit"
                    sx={{ whiteSpace: 'nowrap' }}
                    onClick={() => takeTheirs(meanwhile.theirs)}
                  >
                    {t('prompt.take_theirs')}
                  </Button>
                ),
              })}
        >
          {t(`prompt.${meanwhile.kind}_meanwhile`)}
        </Alert>
      )}
      <FormTextField
        autoFocus
        form={form}
        name="title"
        label={t('prompt.name')}
        patternText={t('prompt.name_needed')}
        slotProps={{ htmlInput: { maxLength: maxPromptTitle } }}
      />
      <FormTextField
        form={form}
        name="text"
        multiline
        minRows={5}
        maxRows={14}
        label={t('prompt.text')}
        help={t('prompt.text_help')}
        patternText={t('prompt.text_needed')}
        slotProps={{ htmlInput: { maxLength: maxPromptText } }}
      />
      <TextField
        select
        label={t('prompt.role')}
        value={role ?? ''}
        onChange={({ target }) => setRole(target.value === '' ? null : target.value)}
        slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      >
        <MenuItem value="">{t('prompt.any_role')}</MenuItem>
        {assistants.map((assistant) => (
          <MenuItem key={assistant.role} value={assistant.role}>
            {localized(assistant.title)}
          </MenuItem>
        ))}
        {unknownRole ? <MenuItem value={role}>{role}</MenuItem> : null}
      </TextField>
      <ShareSwitch prompt={base} value={shared} onChange={setShared} />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1, pb: 1 }}>
        <Button color="inherit" onClick={onDone}>
          {t('word.cancel')}
        </Button>
        <SubmitButton form={form}>
          {meanwhile?.kind === 'changed' ? t('prompt.keep_mine') : t('word.save')}
        </SubmitButton>
      </Box>
    </Form>
  );
}
