import type { ReactNode } from 'react';
import { useLocalized, useNotice, useSend, useText } from '#platform/web';
import {
  type Assistant,
  deleteAssistant,
  getAssistant,
  listAssistants,
  listRoleVersions,
} from '../../contract/index.ts';
import { DeleteButton } from '../pieces/delete-button.tsx';
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
  const kind = assistant.built_in ? 'reset' : 'delete';
  const send = useSend(deleteAssistant, {
    invalidates: assistant.built_in ? [listAssistants, getAssistant, listRoleVersions] : [listAssistants],
    onSuccess: () => {
      notice.success(t(`${kind}.done`));
      onGone();
    },
  });
  return (
    <DeleteButton
      label={t(`${kind}.open`)}
      title={t(`${kind}.title`)}
      confirmLabel={t(`${kind}.confirm`)}
      refusals={refusals}
      onDelete={() => send.mutateAsync({ params: { role: assistant.role } })}
    >
      {t(`${kind}.text`, { title: localized(assistant.title) })}
    </DeleteButton>
  );
}
