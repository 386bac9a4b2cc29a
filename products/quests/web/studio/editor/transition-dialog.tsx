import type { ReactNode } from 'react';
import { ConfirmDialog, useText } from '#platform/web';
import { useDeskState } from '../draft/desk-context.ts';
import { heldBack } from '../draft/work.rules.ts';
import { useStudioRefusals } from '../refusals.ts';
import { studioTexts } from '../texts.ts';
import { type Transition, useTransition } from './use-transition.ts';

interface TransitionDialogProps {
  readonly transition: Transition | null;
  readonly onClose: () => void;
}

/** Says what will happen before a quest is sent, taken back, put away or put back. */
export function TransitionDialog({ transition, onClose }: TransitionDialogProps): ReactNode {
  const t = useText(studioTexts);
  const refusals = useStudioRefusals();
  const move = useTransition();
  const { work } = useDeskState();
  if (transition === null) return null;
  const held = heldBack(work);
  const isPartly = transition === 'submit' && held.fields.length + held.pointIds.length > 0;
  return (
    <ConfirmDialog
      open
      title={t(`transition.${transition}`)}
      confirmLabel={t(`action.${transition}`)}
      destructive={transition === 'archive'}
      refusals={refusals}
      onConfirm={() => move(transition, t(`transition.${transition}_done`))}
      onClose={onClose}
    >
      {t(`transition.${transition}_help`)}
      {isPartly ? ` ${t('transition.held_back')}` : null}
    </ConfirmDialog>
  );
}
