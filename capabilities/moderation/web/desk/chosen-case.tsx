import GavelOutlined from '@mui/icons-material/GavelOutlined';
import { type ReactNode, useState } from 'react';
import { EmptyState, ErrorNotice, ListSkeleton, useCall, useNotice, useSend, useText } from '#platform/web';
import { claimCase, decideCase, getCase, getStats, listCases, releaseCase } from '../../contract/index.ts';
import { useModerationRefusals } from '../refusals.ts';
import { moderationTexts } from '../texts.ts';
import { CaseView } from './case-view.tsx';
import { useShortcuts } from './use-shortcuts.ts';

const changed = { invalidates: [listCases, getCase, getStats] };

/** The case that is looked at, with everything that can be done with it. */
export function ChosenCase({ id, onNext }: { readonly id: string; readonly onNext: () => void }): ReactNode {
  const t = useText(moderationTexts);
  const refusals = useModerationRefusals();
  const notice = useNotice();
  const [decision, setDecision] = useState<'approve' | 'reject'>('approve');
  const { data: found, error, refetch } = useCall(getCase, { params: { id } }, { enabled: id !== '' });
  const onError = (problem: unknown): void => {
    notice.error(problem, refusals);
    void refetch();
  };
  const claim = useSend(claimCase, { ...changed, onError });
  const release = useSend(releaseCase, { ...changed, onError });
  const decide = useSend(decideCase, {
    ...changed,
    onError,
    onSuccess: ({ status }) => {
      notice.success(t(status === 'approved' ? 'approved_notice' : 'rejected_notice'));
      onNext();
    },
  });
  const params = { id };
  const choose = (next: 'approve' | 'reject') => () => {
    if (found?.mine === true) setDecision(next);
  };
  useShortcuts({
    n: onNext,
    t: () => {
      if (found?.status === 'open') claim.mutate({ params });
    },
    a: choose('approve'),
    r: choose('reject'),
  });
  if (id === '') return <EmptyState icon={GavelOutlined} title={t('choose')} hint={t('choose_hint')} />;
  if (error !== null) return <ErrorNotice error={error} refusals={refusals} onRetry={refetch} />;
  if (found === undefined) return <ListSkeleton rows={2} />;
  return (
    <CaseView
      key={id}
      found={found}
      busy={claim.isPending || release.isPending || decide.isPending}
      decision={decision}
      onDecision={setDecision}
      onClaim={() => claim.mutate({ params })}
      onRelease={() => release.mutate({ params })}
      onDecide={(body) => decide.mutate({ params, body })}
    />
  );
}
