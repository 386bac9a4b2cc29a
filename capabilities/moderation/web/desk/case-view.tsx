import { Button, Card, Chip, Link, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { useLanguage, useLocalized, useText } from '#platform/web';
import type { ModerationCaseDetail } from '../../contract/index.ts';
import { moderationTexts } from '../texts.ts';
import { CaseHistory } from './case-history.tsx';
import { CasePictures } from './case-pictures.tsx';
import { DueChip } from './case-row.tsx';
import { type ChosenDecision, DecisionForm } from './decision-form.tsx';
import { useFlagName } from './flag-name.ts';
import { MarkedText } from './marked-text.tsx';

interface CaseViewProps {
  readonly found: ModerationCaseDetail;
  readonly busy: boolean;
  readonly decision: 'approve' | 'reject';
  readonly onDecision: (decision: 'approve' | 'reject') => void;
  readonly onClaim: () => void;
  readonly onRelease: () => void;
  readonly onDecide: (decision: ChosenDecision) => void;
}

/** One case: what it is about, what speaks against it, and the decision. */
export function CaseView(props: CaseViewProps): ReactNode {
  const { found, busy, decision, onDecision, onClaim, onRelease, onDecide } = props;
  const t = useText(moderationTexts);
  const nameOf = useFlagName();
  const language = useLanguage();
  const localized = useLocalized();
  const { preview } = found;
  const until = found.claim_expires_at === null ? null : new Date(found.claim_expires_at);
  return (
    <Card component="article" sx={{ p: 2 }}>
      <Stack spacing={2}>
        <div>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {localized(found.kind_label)} · {t(`status.${found.status}`)} ·{' '}
            {found.author_id === null ? t('no_author') : `${t('author')} ${found.author_id.slice(-6)}`}
          </Typography>
          <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
            {preview?.title ?? t('gone')}
          </Typography>
        </div>
        <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: 'wrap' }}>
          <DueChip found={found} />
          {[...new Set(found.flags.map(({ code }) => code))].map((code) => (
            <Chip key={code} size="small" color="warning" variant="outlined" label={nameOf(code)} />
          ))}
          {found.reports === 0 ? null : (
            <Chip size="small" color="warning" label={t('reports', { count: found.reports })} />
          )}
        </Stack>
        {preview === null ? null : <MarkedText text={preview.text} marks={found.marks} />}
        <CasePictures ids={preview?.image_file_ids ?? []} />
        {preview === null || preview.path === null ? null : (
          <Link component={RouterLink} to={preview.path.replace(/^\/app/, '')}>
            {t('open_subject')}
          </Link>
        )}
        {found.status === 'open' ? (
          <Button variant="contained" loading={busy} onClick={onClaim}>
            {t('claim')}
          </Button>
        ) : null}
        {found.status === 'claimed' && !found.mine ? (
          <Typography role="status">{t('held_elsewhere')}</Typography>
        ) : null}
        {found.mine ? (
          <Stack spacing={1.5}>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('claimed_until', {
                time:
                  until === null
                    ? ''
                    : new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(until),
              })}
            </Typography>
            <Stack direction="row" spacing={1}>
              {(['approve', 'reject'] as const).map((one) => (
                <Button
                  key={one}
                  variant={decision === one ? 'outlined' : 'text'}
                  aria-pressed={decision === one}
                  onClick={() => onDecision(one)}
                >
                  {t(one)}
                </Button>
              ))}
              <Button color="inherit" onClick={onRelease}>
                {t('release')}
              </Button>
            </Stack>
            <DecisionForm key={decision} found={found} busy={busy} decision={decision} onDecide={onDecide} />
          </Stack>
        ) : null}
        <CaseHistory found={found} />
      </Stack>
    </Card>
  );
}
