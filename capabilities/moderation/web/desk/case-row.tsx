import { ButtonBase, Chip, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { RelativeTime, useLocalized, useText } from '#platform/web';
import type { ModerationCase } from '../../contract/index.ts';
import { moderationTexts } from '../texts.ts';
import { useFlagName } from './flag-name.ts';

/** When a case is due, and whether that has passed. */
export function DueChip({ found }: { readonly found: ModerationCase }): ReactNode {
  const t = useText(moderationTexts);
  return (
    <Chip
      size="small"
      color={found.late ? 'error' : 'default'}
      variant={found.late ? 'filled' : 'outlined'}
      label={
        <>
          {t(found.late ? 'late' : 'due')} <RelativeTime value={found.due_at} />
        </>
      }
    />
  );
}

interface CaseRowProps {
  readonly found: ModerationCase;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** A case in the queue. */
export function CaseRow({ found, chosen, onChoose }: CaseRowProps): ReactNode {
  const t = useText(moderationTexts);
  const nameOf = useFlagName();
  const localized = useLocalized();
  const codes = [...new Set(found.flags.map(({ code }) => code))];
  return (
    <ButtonBase
      onClick={onChoose}
      aria-current={chosen ? 'true' : undefined}
      sx={{
        display: 'block',
        width: '100%',
        textAlign: 'start',
        p: 1.5,
        bgcolor: chosen ? 'action.selected' : undefined,
      }}
    >
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {localized(found.kind_label)} · {t(`status.${found.status}`)}
      </Typography>
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
        {found.preview?.title ?? t('gone')}
      </Typography>
      {found.preview === null || found.preview.text === '' ? null : (
        <Typography
          variant="body2"
          sx={{
            color: 'text.secondary',
            display: '-webkit-box',
            WebkitBoxOrient: 'vertical',
            WebkitLineClamp: 2,
            overflow: 'hidden',
            overflowWrap: 'anywhere',
          }}
        >
          {found.preview.text}
        </Typography>
      )}
      <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: 'wrap', mt: 0.5 }}>
        <DueChip found={found} />
        {codes.map((code) => (
          <Chip key={code} size="small" variant="outlined" label={nameOf(code)} />
        ))}
        {found.reports === 0 ? null : (
          <Chip size="small" color="warning" label={t('reports', { count: found.reports })} />
        )}
      </Stack>
    </ButtonBase>
  );
}
