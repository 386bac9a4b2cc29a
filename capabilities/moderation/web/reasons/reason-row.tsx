import { Button, Stack, TextField, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog, ErrorNotice, useSend, useText } from '#platform/web';
import { deleteReason, listReasons, type Reason, updateReason } from '../../contract/index.ts';
import { useModerationRefusals } from '../refusals.ts';
import { moderationTexts } from '../texts.ts';

/** One template; administrators change its words or remove it. */
export function ReasonRow({
  reason,
  mayChange,
}: {
  readonly reason: Reason;
  readonly mayChange: boolean;
}): ReactNode {
  const t = useText(moderationTexts);
  const refusals = useModerationRefusals();
  const [words, setWords] = useState<{ readonly title: string; readonly body: string } | null>(null);
  const [removing, setRemoving] = useState(false);
  const update = useSend(updateReason, { invalidates: [listReasons], onSuccess: () => setWords(null) });
  const remove = useSend(deleteReason, { invalidates: [listReasons] });
  const params = { id: reason.id };
  const kind = reason.kind === '*' ? t('reasons.every_kind') : reason.kind;
  return (
    <Stack spacing={1} sx={{ py: 1.5 }}>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {t(reason.decision)} · {kind} · {reason.locale} · {reason.code}
      </Typography>
      {words === null ? (
        <>
          <Typography sx={{ fontWeight: 600 }}>{reason.title}</Typography>
          <Typography variant="body2">{reason.body}</Typography>
        </>
      ) : (
        <>
          <TextField
            label={t('reasons.name')}
            value={words.title}
            onChange={({ target }) => setWords({ ...words, title: target.value })}
          />
          <TextField
            multiline
            label={t('reasons.body')}
            value={words.body}
            onChange={({ target }) => setWords({ ...words, body: target.value })}
          />
          <ErrorNotice error={update.error} refusals={refusals} />
          <Button
            variant="contained"
            loading={update.isPending}
            onClick={() => update.mutate({ params, body: words })}
          >
            {t('reasons.save')}
          </Button>
        </>
      )}
      {mayChange && words === null ? (
        <Stack direction="row" spacing={1}>
          <Button size="small" onClick={() => setWords({ title: reason.title, body: reason.body })}>
            {t('reasons.edit')}
          </Button>
          <Button size="small" color="error" onClick={() => setRemoving(true)}>
            {t('reasons.remove')}
          </Button>
        </Stack>
      ) : null}
      <ConfirmDialog
        open={removing}
        destructive
        title={t('reasons.remove_title')}
        confirmLabel={t('reasons.remove')}
        refusals={refusals}
        onConfirm={() => remove.mutateAsync({ params })}
        onClose={() => setRemoving(false)}
      >
        {t('reasons.remove_text')}
      </ConfirmDialog>
    </Stack>
  );
}
