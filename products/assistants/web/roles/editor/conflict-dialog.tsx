import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { ErrorNotice, ListSkeleton, useCall, useText } from '#platform/web';
import { type Assistant, getAssistant, type RoleDefinition } from '../../../contract/index.ts';
import { definitionOf } from '../definition.rules.ts';
import { DefinitionChanges } from '../history/definition-changes.tsx';
import { rolesTexts } from '../texts.ts';

export interface ConflictDialogProps {
  readonly role: string;
  readonly mine: RoleDefinition;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSaveMine: (baseVersion: number) => void;
  readonly onTakeTheirs: (theirs: Assistant) => void;
}

/** Somebody saved the assistant meanwhile: shows in what the two differ, and lets the person choose. */
export function ConflictDialog(props: ConflictDialogProps): ReactNode {
  const { role, mine, busy, onClose, onSaveMine, onTakeTheirs } = props;
  const t = useText(rolesTexts);
  const titleId = useId();
  const { data, error, isFetching, refetch } = useCall(getAssistant, { params: { role } }, { staleTime: 0 });
  const theirs = isFetching ? undefined : data;
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="md">
      <DialogTitle id={titleId}>{t('conflict.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <DialogContentText>{t('conflict.text')}</DialogContentText>
        <ErrorNotice error={error} onRetry={refetch} />
        {theirs === undefined ? (
          <ListSkeleton rows={2} height={80} />
        ) : (
          <DefinitionChanges before={definitionOf(theirs)} after={mine} />
        )}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        <Button color="inherit" onClick={onClose}>
          {t('conflict.go_on')}
        </Button>
        <Button
          variant="outlined"
          disabled={theirs === undefined || busy}
          onClick={() => {
            if (theirs !== undefined) onTakeTheirs(theirs);
          }}
        >
          {t('conflict.theirs')}
        </Button>
        <Button
          variant="contained"
          disabled={theirs === undefined}
          loading={busy}
          onClick={() => {
            if (theirs !== undefined) onSaveMine(theirs.version);
          }}
        >
          {t('conflict.mine')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
