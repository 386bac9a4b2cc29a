import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { Form, FormTextField, SubmitButton, useForm, useNotice, useSend, useText } from '#platform/web';
import { createTeam, getTeam, listTeams, type Team, updateTeam } from '../../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { playTexts } from '../texts.ts';

interface NameDialogProps {
  /** Null makes a new one. */
  readonly team: Team | null;
  readonly onClose: () => void;
  readonly onDone?: (team: Team) => void;
}

/** Names a team, new or known. */
export function NameDialog({ team, onClose, onDone }: NameDialogProps): ReactNode {
  const t = useText(playTexts);
  const refusals = useRefusals();
  const notice = useNotice();
  const titleId = useId();
  const invalidates = [listTeams, getTeam];
  const create = useSend(createTeam, { invalidates });
  const update = useSend(updateTeam, { invalidates });
  const form = useForm({
    schema: createTeam.body,
    initial: { name: team?.name ?? '' },
    submit: async (body) => {
      const done =
        team === null
          ? await create.mutateAsync({ body })
          : await update.mutateAsync({ params: { id: team.id }, body });
      if (team === null) notice.success(t('teams.made'));
      onClose();
      onDone?.(done);
    },
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{t(team === null ? 'teams.create_title' : 'teams.rename')}</DialogTitle>
      <Form form={form} refusals={refusals}>
        <DialogContent>
          <FormTextField form={form} name="name" label={t('teams.name')} autoFocus sx={{ mt: 1 }} />
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('word.cancel')}
          </Button>
          <SubmitButton form={form}>{t(team === null ? 'teams.create' : 'teams.save')}</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
