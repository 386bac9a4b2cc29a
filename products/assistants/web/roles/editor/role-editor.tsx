import { Alert, Box, Button, TextField } from '@mui/material';
import { type ReactNode, useEffect, useState } from 'react';
import { ErrorNotice, useNotice, useSend, useText } from '#platform/web';
import {
  type Assistant,
  changeAssistant,
  getAssistant,
  listAssistants,
  listRoleVersions,
  type RoleDefinition,
} from '../../../contract/index.ts';
import { TitledSection } from '../../pieces/titled-section.tsx';
import { changesBetween, definitionOf } from '../definition.rules.ts';
import { useRoleRefusals } from '../refusals.ts';
import { rolesTexts } from '../texts.ts';
import { CollectionSelect } from './collection-select.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { ModelFields } from './model-fields.tsx';
import { StarterFields } from './starter-fields.tsx';
import { ToolChecklist } from './tool-checklist.tsx';
import { WordsFields } from './words-fields.tsx';

export interface RoleEditorProps {
  readonly assistant: Assistant;
  readonly mayManage: boolean;
}

const inRange = ({ max_output_tokens: most = 64 }: RoleDefinition['model']): boolean =>
  most >= 64 && most <= 16_000;

const complete = ({ title, description, instructions, starters, model }: RoleDefinition): boolean =>
  inRange(model) &&
  [title, description, ...starters].every(({ ru, en }) => ru.trim() !== '' && en.trim() !== '') &&
  instructions.trim() !== '';

/** Changes an assistant; somebody else's change in the meantime is shown, never overwritten unseen. */
export function RoleEditor({ assistant, mayManage }: RoleEditorProps): ReactNode {
  const t = useText(rolesTexts);
  const notice = useNotice();
  const refusals = useRoleRefusals();
  const [base, setBase] = useState(assistant);
  const [definition, setDefinition] = useState(() => definitionOf(assistant));
  const [note, setNote] = useState('');
  const [conflict, setConflict] = useState(false);
  const changed = changesBetween(definitionOf(base), definition).length > 0;

  // What came later is taken over as long as nothing is typed here.
  useEffect(() => {
    if (assistant.version === base.version || changed) return;
    setBase(assistant);
    setDefinition(definitionOf(assistant));
  }, [assistant, base.version, changed]);

  const send = useSend(changeAssistant, {
    invalidates: [listAssistants, getAssistant, listRoleVersions],
    onSuccess: (saved) => {
      setBase(saved);
      setDefinition(definitionOf(saved));
      setNote('');
      setConflict(false);
      notice.success(t('editor.saved', { version: saved.version }));
    },
    onError: (problem) => {
      if (problem.code === 'assistants.role_changed') setConflict(true);
    },
  });
  const save = (baseVersion: number): void => {
    const words = note.trim();
    send.mutate({
      params: { role: assistant.role },
      body: { ...definition, base_version: baseVersion, ...(words === '' ? {} : { note: words }) },
    });
  };
  const set = (change: Partial<RoleDefinition>): void => setDefinition({ ...definition, ...change });
  const fault = send.error?.code === 'assistants.role_changed' ? null : send.error;
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && complete(definition)) save(base.version);
      }}
      sx={{ display: 'grid', gap: 3, maxWidth: 860, minWidth: 0 }}
    >
      {mayManage ? null : (
        <Alert severity="info" variant="outlined">
          {t('read_only')}
        </Alert>
      )}
      <Box
        component="fieldset"
        disabled={!mayManage}
        sx={{ border: 0, m: 0, p: 0, minWidth: 0, display: 'grid', gap: 3 }}
      >
        <TitledSection title={t('group.name')}>
          <WordsFields
            ru={t('field.title_ru')}
            en={t('field.title_en')}
            value={definition.title}
            disabled={!mayManage}
            onChange={(title) => set({ title })}
          />
          <WordsFields
            ru={t('field.description_ru')}
            en={t('field.description_en')}
            value={definition.description}
            multiline
            disabled={!mayManage}
            onChange={(description) => set({ description })}
          />
        </TitledSection>
        <TitledSection title={t('group.instructions')} help={t('group.instructions_help')}>
          <TextField
            multiline
            minRows={8}
            maxRows={24}
            required
            label={t('field.instructions')}
            value={definition.instructions}
            disabled={!mayManage}
            helperText={t('field.characters', { count: definition.instructions.length, limit: 20_000 })}
            onChange={({ target }) => set({ instructions: target.value })}
            slotProps={{ htmlInput: { maxLength: 20_000 } }}
          />
        </TitledSection>
        <TitledSection
          title={t('group.tools', { count: definition.tools.length })}
          help={t('group.tools_help')}
        >
          <ToolChecklist
            chosen={definition.tools}
            disabled={!mayManage}
            onChange={(tools) => set({ tools: [...tools] })}
          />
        </TitledSection>
        <TitledSection title={t('group.knowledge')} help={t('group.knowledge_help')}>
          <CollectionSelect
            chosen={definition.collections}
            disabled={!mayManage}
            onChange={(collections) => set({ collections: [...collections] })}
          />
        </TitledSection>
        <TitledSection title={t('group.starters')} help={t('group.starters_help')}>
          <StarterFields
            starters={definition.starters}
            disabled={!mayManage}
            onChange={(starters) => set({ starters: [...starters] })}
          />
        </TitledSection>
        <TitledSection title={t('group.model')}>
          <ModelFields
            model={definition.model}
            remembers={definition.remembers}
            disabled={!mayManage}
            onModel={(model) => set({ model })}
            onRemembers={(remembers) => set({ remembers })}
          />
        </TitledSection>
      </Box>
      <ErrorNotice error={fault} refusals={refusals} />
      {mayManage ? (
        <Box
          sx={{
            position: 'sticky',
            bottom: 0,
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 1.5,
            py: 1.5,
            bgcolor: 'background.default',
            borderTop: 1,
            borderColor: 'divider',
          }}
        >
          <TextField
            size="small"
            label={t('field.note')}
            value={note}
            onChange={({ target }) => setNote(target.value)}
            slotProps={{ htmlInput: { maxLength: 500 } }}
            sx={{ flex: '1 1 220px' }}
          />
          <Button
            color="inherit"
            disabled={!changed || send.isPending}
            onClick={() => setDefinition(definitionOf(base))}
          >
            {t('editor.undo')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            disabled={!changed || !complete(definition)}
            loading={send.isPending}
          >
            {t('editor.save')}
          </Button>
        </Box>
      ) : null}
      {conflict ? (
        <ConflictDialog
          role={assistant.role}
          mine={definition}
          busy={send.isPending}
          onClose={() => setConflict(false)}
          onSaveMine={save}
          onTakeTheirs={(theirs) => {
            setBase(theirs);
            setDefinition(definitionOf(theirs));
            setConflict(false);
          }}
        />
      ) : null}
    </Box>
  );
}
