import { Alert, Box, MenuItem, Stack, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { EmptyState, ListSkeleton, useCall, useLanguage, useText } from '#platform/web';
import type { PlanFile } from '#products/assistants/engines/planning';
import { getPlanVersion, listPlanVersions, type PlanVersion } from '../../../contract/index.ts';
import type { Scheduling } from '../plan/scheduling.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import { Difference } from './difference.tsx';

export interface ComparePanelProps {
  /** Null for a plan that was never saved. */
  readonly id: string | null;
  readonly current: PlanFile;
  readonly isChanged: boolean;
  readonly blocked: boolean;
  readonly scheduling: Scheduling;
  readonly formats: PlanFormats;
}

/** What stands on the page now, instead of a version. */
const onPage = 0;

interface PickProps {
  readonly label: string;
  readonly versions: readonly PlanVersion[];
  readonly value: number;
  readonly onPick: (version: number) => void;
}

function Pick({ label, versions, value, onPick }: PickProps): ReactNode {
  const t = useText(planningTexts);
  const format = new Intl.DateTimeFormat(useLanguage(), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value}
      onChange={({ target }) => onPick(Number(target.value))}
      sx={{ flex: '1 1 260px', minWidth: 0 }}
    >
      <MenuItem value={onPage}>{t('compare.on_page')}</MenuItem>
      {versions.map(({ version, note, created_at: at }) => (
        <MenuItem key={version} value={version}>
          {`${t('version', { version })} · ${format.format(new Date(at))}${note === '' ? '' : ` · ${note}`}`}
        </MenuItem>
      ))}
    </TextField>
  );
}

function Versions(props: ComparePanelProps & { readonly id: string }): ReactNode {
  const { id, current, isChanged, blocked, scheduling, formats } = props;
  const t = useText(planningTexts);
  const { data, error, refetch } = useCall(listPlanVersions, { params: { id } });
  const [before, setBefore] = useState<number | null>(null);
  const [after, setAfter] = useState(onPage);
  const versions = data?.items ?? [];
  const usual = (isChanged ? versions[0] : (versions[1] ?? versions[0]))?.version ?? onPage;
  const from = before ?? usual;
  const plan = (version: number) => ({ params: { id, version } });
  const old = useCall(getPlanVersion, plan(from), { enabled: from !== onPage, staleTime: 600_000 });
  const fresh = useCall(getPlanVersion, plan(after), { enabled: after !== onPage, staleTime: 600_000 });
  if (data === undefined) {
    return error === null ? <ListSkeleton rows={2} /> : <ProblemNotice error={error} onRetry={refetch} />;
  }
  const [one, other] = [
    from === onPage ? current : old.data?.plan,
    after === onPage ? current : fresh.data?.plan,
  ];
  const needsPage = from === onPage || after === onPage;
  return (
    <Stack spacing={2}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        <Pick label={t('compare.before')} versions={versions} value={from} onPick={setBefore} />
        <Pick label={t('compare.after')} versions={versions} value={after} onPick={setAfter} />
      </Box>
      <ProblemNotice error={old.error ?? fresh.error} />
      {needsPage && blocked ? (
        <Alert severity="info">{t('faults.blocked')}</Alert>
      ) : from === after ? (
        <EmptyState title={t('compare.alike')} hint={t('compare.alike_hint')} />
      ) : one === undefined || other === undefined ? (
        <ListSkeleton rows={2} height={80} />
      ) : (
        <Difference before={one} after={other} scheduling={scheduling} formats={formats} />
      )}
    </Stack>
  );
}

/** Two versions of a plan side by side: a saved one and what stands on the page, or any two that were saved. */
export function ComparePanel(props: ComparePanelProps): ReactNode {
  const t = useText(planningTexts);
  return props.id === null ? (
    <EmptyState title={t('compare.unsaved')} hint={t('compare.unsaved_hint')} />
  ) : (
    <Versions {...props} id={props.id} />
  );
}
