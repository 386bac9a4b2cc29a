import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { Form, FormTextField, SubmitButton, useForm, useNotice, useSend, useText } from '#platform/web';
import { joinTeam, listTeams, type Team } from '../../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { playTexts } from '../texts.ts';

interface JoinDialogProps {
  readonly code: string;
  readonly onClose: () => void;
  readonly onDone: (team: Team) => void;
}

/** Joins by the code that a member gave; small letters and blanks do no harm. */
export function JoinDialog({ code, onClose, onDone }: JoinDialogProps): ReactNode {
  const t = useText(playTexts);
  const refusals = useRefusals();
  const notice = useNotice();
  const titleId = useId();
  const send = useSend(joinTeam, { invalidates: [listTeams] });
  const form = useForm({
    schema: joinTeam.body,
    initial: { invite_code: code },
    submit: async (body) => {
      const team = await send.mutateAsync({ body });
      notice.success(t('teams.joined', { name: team.name }));
      onClose();
      onDone(team);
    },
  });
  const written = String(form.values.invite_code ?? '');
  const tidy = written.toUpperCase().replaceAll(/[\s-]/g, '');
  if (tidy !== written) form.set('invite_code', tidy);
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{t('teams.join_title')}</DialogTitle>
      <Form form={form} refusals={refusals}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <DialogContentText>{t('teams.join_help')}</DialogContentText>
          <FormTextField
            form={form}
            name="invite_code"
            label={t('teams.code')}
            patternText={t('teams.code_bad')}
            autoFocus
            autoComplete="off"
            slotProps={{ htmlInput: { autoCapitalize: 'characters', maxLength: 12, spellCheck: false } }}
          />
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('word.cancel')}
          </Button>
          <SubmitButton form={form}>{t('teams.join')}</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
