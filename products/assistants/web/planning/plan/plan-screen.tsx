import ArrowBackRounded from '@mui/icons-material/ArrowBackRounded';
import { Box, Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { ListSkeleton, useCall, useSession, useText } from '#platform/web';
import { getPlan } from '../../../contract/index.ts';
import { plansPath, unsaved } from '../paths.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { planningTexts } from '../texts.ts';
import { readDraft } from './draft-store.ts';
import { Workbench } from './workbench.tsx';

function SavedPlan({ id, ownerId }: { readonly id: string; readonly ownerId: string }): ReactNode {
  const { data, error, refetch } = useCall(getPlan, { params: { id } });
  const [draft] = useState(() => readDraft(ownerId, id));
  if (data === undefined) {
    return error === null ? (
      <ListSkeleton rows={4} height={96} />
    ) : (
      <ProblemNotice error={error} onRetry={refetch} />
    );
  }
  return <Workbench ownerId={ownerId} saved={data} draft={draft} />;
}

function NewPlan({ ownerId }: { readonly ownerId: string }): ReactNode {
  const [draft] = useState(() => readDraft(ownerId, unsaved));
  return <Workbench ownerId={ownerId} saved={null} draft={draft} />;
}

/** One plan: its table, chart, chances, load and versions. */
export function PlanScreen(): ReactNode {
  const t = useText(planningTexts);
  const { id = '' } = useParams();
  const { user } = useSession();
  const ownerId = user?.id ?? '';
  return (
    <Box>
      <Button
        size="small"
        color="inherit"
        startIcon={<ArrowBackRounded fontSize="small" />}
        component={Link}
        to={plansPath}
        sx={{ mb: 1, ml: -1, color: 'text.secondary' }}
      >
        {t('back')}
      </Button>
      {id === unsaved ? (
        <NewPlan key={id} ownerId={ownerId} />
      ) : (
        <SavedPlan key={id} id={id} ownerId={ownerId} />
      )}
    </Box>
  );
}
