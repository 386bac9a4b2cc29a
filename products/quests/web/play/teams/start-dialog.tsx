import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  List,
  ListItem,
  ListItemButton,
  ListItemText,
  TextField,
  Typography,
} from '@mui/material';
import { type ReactNode, useDeferredValue, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { ErrorNotice, ListSkeleton, useCall, useLocalized, useSend, useText } from '#platform/web';
import { listQuests, listSessions, startSession } from '../../../contract/index.ts';
import { useMoney } from '../../pieces/index.ts';
import { sessionPath } from '../paths.ts';
import { useRefusals } from '../refusals.ts';
import { playTexts } from '../texts.ts';

interface StartDialogProps {
  readonly teamId: string;
  readonly onClose: () => void;
}

/** The captain chooses a quest, and the whole team is on the way. */
export function StartDialog({ teamId, onClose }: StartDialogProps): ReactNode {
  const t = useText(playTexts);
  const money = useMoney();
  const localized = useLocalized();
  const refusals = useRefusals();
  const navigate = useNavigate();
  const titleId = useId();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const found = useCall(
    listQuests,
    { query: { limit: 20, q: q === '' ? undefined : q } },
    { keepPrevious: true },
  );
  const start = useSend(startSession, {
    invalidates: [listSessions],
    onSuccess: ({ id }) => navigate(sessionPath(id)),
  });
  const quests = found.data?.items ?? [];
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{t('teams.start_choose')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5, alignContent: 'start' }}>
        <TextField
          autoFocus
          fullWidth
          type="search"
          label={t('teams.start_search')}
          value={words}
          onChange={({ target }) => setWords(target.value)}
          slotProps={{ htmlInput: { maxLength: 200 } }}
          sx={{ mt: 1 }}
        />
        <ErrorNotice error={start.error} refusals={refusals} />
        <ErrorNotice error={found.error} onRetry={() => found.refetch()} />
        {found.isPending ? <ListSkeleton rows={3} height={56} /> : null}
        {found.data !== undefined && quests.length === 0 ? (
          <Typography sx={{ color: 'text.secondary' }}>{t('teams.start_none')}</Typography>
        ) : null}
        <List disablePadding>
          {quests.map(({ id, title, price, city }) => (
            <ListItem key={id} disablePadding>
              <ListItemButton
                disabled={start.isPending}
                onClick={() => start.mutate({ body: { quest_id: id, team_id: teamId } })}
              >
                <ListItemText
                  primary={title}
                  secondary={`${localized(city.name)} · ${price.amount === 0 ? t('word.free') : money(price)}`}
                />
              </ListItemButton>
            </ListItem>
          ))}
        </List>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('word.cancel')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
