import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog, useText } from '#platform/web';
import type { PlayPoint } from '../../../contract/index.ts';
import { playTexts } from '../texts.ts';
import type { Moves } from '../walk/use-moves.ts';

/** The way past a point that cannot be done, with its price. */
export function SkipButton({
  point,
  moves,
}: {
  readonly point: PlayPoint;
  readonly moves: Moves;
}): ReactNode {
  const t = useText(playTexts);
  const [isAsking, setAsking] = useState(false);
  const { skip_penalty: price } = point;
  return (
    <>
      <Button
        variant="text"
        color="inherit"
        size="small"
        loading={moves.busy === 'skip'}
        onClick={() => setAsking(true)}
        sx={{ justifySelf: 'start', ml: -1.5, color: 'text.secondary' }}
      >
        {t('skip.open')}
        {price > 0 ? ` · ${t('hint.price', { count: price })}` : null}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('skip.confirm')}
        confirmLabel={t('skip.act')}
        destructive
        onClose={() => setAsking(false)}
        onConfirm={() => moves.make({ kind: 'skip', point_id: point.id })}
      >
        {price === 0 ? t('skip.free') : t('skip.text', { count: price })}
      </ConfirmDialog>
    </>
  );
}
