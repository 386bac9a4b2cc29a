import { Alert, Box, Button, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog, ErrorNotice, useNotice, useSend, useText } from '#platform/web';
import { collectGarbage, memoryGraph, memoryStats, searchMemory } from '../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { memoryTexts } from '../texts.ts';
import { CareCard } from './care-card.tsx';

/** Cleaning up: the rule in plain words, first only counting, then on confirmation for real. */
export function GarbageCard(): ReactNode {
  const t = useText(memoryTexts);
  const notice = useNotice();
  const refusals = useRefusals();
  const [asking, setAsking] = useState(false);
  const trial = useSend(collectGarbage);
  const run = useSend(collectGarbage, {
    invalidates: [memoryStats, searchMemory, memoryGraph],
    onSuccess: ({ soft_deleted: soft, hard_deleted: hard }) => {
      trial.reset();
      notice.success(t('care.garbage_done', { soft, hard }));
    },
  });
  const found = trial.data;
  const nothing = found !== undefined && found.soft_deleted + found.hard_deleted === 0;
  const would =
    found === undefined
      ? ''
      : t('care.garbage_would', { soft: found.soft_deleted, hard: found.hard_deleted });
  return (
    <CareCard
      title={t('care.garbage')}
      help={
        <>
          {t('care.garbage_rule')} {t('care.garbage_rule_safe')}
        </>
      }
    >
      <ErrorNotice
        error={trial.error}
        onRetry={() => trial.mutate({ body: { dry_run: true } })}
        refusals={refusals}
      />
      {found === undefined ? null : (
        <Typography variant="body2" role="status" sx={{ fontWeight: 600 }}>
          {nothing ? t('care.garbage_nothing') : would}
        </Typography>
      )}
      {(run.data?.errors.length ?? 0) > 0 ? (
        <Alert severity="warning" variant="outlined">
          {t('care.garbage_errors')}
        </Alert>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button
          variant="outlined"
          color="inherit"
          loading={trial.isPending}
          onClick={() => trial.mutate({ body: { dry_run: true } })}
        >
          {t('care.garbage_try')}
        </Button>
        {found === undefined || nothing ? null : (
          <Button variant="contained" onClick={() => setAsking(true)}>
            {t('care.garbage_run')}
          </Button>
        )}
      </Box>
      <ConfirmDialog
        open={asking}
        title={t('care.garbage_confirm')}
        confirmLabel={t('care.garbage_run')}
        destructive={(found?.hard_deleted ?? 0) > 0}
        refusals={refusals}
        onClose={() => setAsking(false)}
        onConfirm={() => run.mutateAsync({ body: { dry_run: false } })}
      >
        {would}
      </ConfirmDialog>
    </CareCard>
  );
}
