import { type ReactNode, useState } from 'react';
import { ConfirmDialog, useText } from '#platform/web';
import { usePeopleRefusals } from '../refusals.ts';
import { peopleTexts } from '../texts.ts';
import type { WeightyMove } from './relation.rules.ts';

export interface MoveDialogProps {
  /** Null keeps it closed. */
  readonly move: WeightyMove | null;
  readonly name: string;
  readonly onConfirm: (move: WeightyMove) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before a request is declined, a friendship ends or somebody is blocked. */
export function MoveDialog({ move, name, onConfirm, onClose }: MoveDialogProps): ReactNode {
  const t = useText(peopleTexts);
  const refusals = usePeopleRefusals();
  // The words stay while the dialog fades away.
  const [shown, setShown] = useState<WeightyMove>('decline');
  if (move !== null && move !== shown) setShown(move);
  return (
    <ConfirmDialog
      open={move !== null}
      title={t(`confirm.${shown}_title`, { name })}
      confirmLabel={t(`relation.${shown}`)}
      destructive={shown !== 'decline'}
      refusals={refusals}
      onConfirm={() => onConfirm(shown)}
      onClose={onClose}
    >
      {t(`confirm.${shown}_text`, { name })}
    </ConfirmDialog>
  );
}
