import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog, useLocalized, useNotice, useSend, useText } from '#platform/web';
import {
  type Assistant,
  deleteAssistant,
  getAssistant,
  listAssistants,
  listRoleVersions,
} from '../../contract/index.ts';
import { useRoleRefusals } from './refusals.ts';
import { rolesTexts } from './texts.ts';

export interface DeleteRoleProps {
  readonly assistant: Assistant;
  readonly onGone: () => void;
}

/** Deletes an own assistant; a built-in one goes back to how it came. */
export function DeleteRole({ assistant, onGone }: DeleteRoleProps): ReactNode {
  const t = useText(rolesTexts);
  const localized = useLocalized();
  const notice = useNotice();
  const refusals = useRoleRefusals();
  const [open, setOpen] = useState(false);
  const kind = assistant.built_in ? 'reset' : 'delete';
  const send = useSend(deleteAssistant, {
    invalidates: assistant.built_in ? [listAssistants, getAssistant, listRoleVersions] : [listAssistants],
    onSuccess: () => {
      notice.success(t(`${kind}.done`));
      onGone();
    },
  });
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setOpen(true)}>
        {t(`${kind}.open`)}
      </Button>
      <ConfirmDialog
        open={open}
        title={t(`${kind}.title`)}
        confirmLabel={t(`${kind}.confirm`)}
        destructive
        refusals={refusals}
        onClose={() => setOpen(false)}
        onConfirm={() => send.mutateAsync({ params: { role: assistant.role } })}
      >
        {t(`${kind}.text`, { title: localized(assistant.title) })}
      </ConfirmDialog>
    </>
  );
}
