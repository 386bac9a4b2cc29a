import ChatBubbleOutlineRounded from '@mui/icons-material/ChatBubbleOutlineRounded';
import { Button, IconButton, Stack } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useNotice, useText } from '#platform/web';
import { usePeopleRefusals } from '../refusals.ts';
import { peopleTexts } from '../texts.ts';
import { MoveDialog } from './move-dialog.tsx';
import { MoveMenu } from './move-menu.tsx';
import { isWeighty, type Move, movesOf, type Relation, type WeightyMove } from './relation.rules.ts';
import { type MoveTarget, useMoves } from './use-moves.ts';

export interface RelationActionsProps {
  readonly player: { readonly id: string; readonly name: string };
  readonly relation: Relation;
  readonly requestId?: string | null;
  /** In a row of a list: small, and writing is offered for friends only. */
  readonly compact?: boolean;
}

/** What the person can do about another player; of weight only after a question. */
export function RelationActions(props: RelationActionsProps): ReactNode {
  const { player, relation, requestId = null, compact = false } = props;
  const t = useText(peopleTexts);
  const notice = useNotice();
  const refusals = usePeopleRefusals();
  const perform = useMoves();
  const [running, setRunning] = useState<Move | null>(null);
  const [asked, setAsked] = useState<WeightyMove | null>(null);
  const { buttons, menu, mayWrite } = movesOf(relation);
  const { name } = player;
  const target: MoveTarget = { id: player.id, name, requestId };
  const canWrite = mayWrite && (!compact || relation === 'friend');

  const start = async (move: Move): Promise<void> => {
    if (isWeighty(move)) {
      setAsked(move);
      return;
    }
    setRunning(move);
    try {
      await perform(move, target);
    } catch (fault) {
      notice.error(fault, refusals);
    } finally {
      setRunning(null);
    }
  };
  const label = (move: Move): string | undefined =>
    move === 'remove' || move === 'block' || !compact ? undefined : t(`relation.${move}_whom`, { name });

  return (
    <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
      {buttons.map((move, index) => (
        <Button
          key={move}
          size={compact ? 'small' : 'medium'}
          variant={index === 0 && (move === 'ask' || move === 'accept') ? 'contained' : 'outlined'}
          color={index === 0 && (move === 'ask' || move === 'accept') ? 'primary' : 'inherit'}
          loading={running === move}
          disabled={running !== null && running !== move}
          aria-label={label(move)}
          onClick={() => void start(move)}
        >
          {t(`relation.${move}`)}
        </Button>
      ))}
      {!canWrite ? null : compact ? (
        <IconButton
          component={Link}
          to={`/chats/with/${player.id}`}
          aria-label={t('relation.write_to', { name })}
        >
          <ChatBubbleOutlineRounded fontSize="small" />
        </IconButton>
      ) : (
        <Button
          component={Link}
          to={`/chats/with/${player.id}`}
          variant={relation === 'friend' ? 'contained' : 'outlined'}
          color={relation === 'friend' ? 'primary' : 'inherit'}
          startIcon={<ChatBubbleOutlineRounded fontSize="small" />}
        >
          {t('relation.write')}
        </Button>
      )}
      {menu.length === 0 ? null : <MoveMenu name={name} moves={menu} onChoose={(move) => void start(move)} />}
      <MoveDialog
        move={asked}
        name={name}
        onConfirm={(move) => perform(move, target)}
        onClose={() => setAsked(null)}
      />
    </Stack>
  );
}
