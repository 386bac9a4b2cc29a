import CheckCircleRounded from '@mui/icons-material/CheckCircleRounded';
import LockOutlined from '@mui/icons-material/LockOutlined';
import PlaceOutlined from '@mui/icons-material/PlaceOutlined';
import RedoRounded from '@mui/icons-material/RedoRounded';
import {
  Avatar,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  List,
  ListItem,
  ListItemButton,
  ListItemIcon,
  ListItemText,
  Typography,
} from '@mui/material';
import { type ReactNode, useId } from 'react';
import { type IconType, useText } from '#platform/web';
import type { PlayPoint, Session } from '../../../contract/index.ts';
import { playTexts } from '../texts.ts';

const icons: Readonly<Record<PlayPoint['status'], IconType>> = {
  locked: LockOutlined,
  open: PlaceOutlined,
  arrived: PlaceOutlined,
  pending: PlaceOutlined,
  done: CheckCircleRounded,
  skipped: RedoRounded,
};

interface PointListProps {
  readonly session: Session;
  readonly open: boolean;
  readonly current: string | null;
  readonly onClose: () => void;
  readonly onSelect: (id: string) => void;
}

function Players({ players }: Pick<Session, 'players'>): ReactNode {
  const t = useText(playTexts);
  if (players.length < 2) return null;
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="h4" component="h3" sx={{ mb: 1 }}>
        {t('list.team')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {players.map(({ id, name, avatar }) => (
          <Box component="li" key={id} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
            <Avatar
              alt=""
              src={avatar?.variants[0]?.url ?? avatar?.url ?? ''}
              sx={{ width: 28, height: 28, fontSize: 14 }}
            >
              {name.slice(0, 1)}
            </Avatar>
            <Typography noWrap>{name}</Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

/** Every point with where it stands; what is open can be chosen. And who walks along. */
export function PointList({ session, open, current, onClose, onSelect }: PointListProps): ReactNode {
  const t = useText(playTexts);
  const titleId = useId();
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{t('list.title')}</DialogTitle>
      <DialogContent sx={{ px: 1.5 }}>
        <List disablePadding>
          {session.points.map(({ id, title, position, status, earned }) => {
            const Icon = icons[status];
            const secret = session.order_mode === 'secret' && status === 'open';
            return (
              <ListItem key={id} disablePadding>
                <ListItemButton
                  selected={id === current}
                  disabled={status === 'locked' || secret}
                  onClick={() => onSelect(id)}
                >
                  <ListItemIcon sx={{ minWidth: 36, color: status === 'done' ? 'success.main' : undefined }}>
                    <Icon fontSize="small" />
                  </ListItemIcon>
                  <ListItemText
                    primary={title ?? t('list.locked_title', { now: position + 1 })}
                    secondary={t(`list.status.${status}`)}
                  />
                  {status === 'done' || status === 'skipped' ? (
                    <Typography variant="body2" sx={{ fontVariantNumeric: 'tabular-nums' }}>
                      {earned > 0 ? `+${earned}` : earned < 0 ? `−${-earned}` : earned}
                    </Typography>
                  ) : null}
                </ListItemButton>
              </ListItem>
            );
          })}
        </List>
        <Box sx={{ px: 1 }}>
          <Players players={session.players} />
        </Box>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('word.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
