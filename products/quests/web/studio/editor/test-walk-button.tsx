import DirectionsWalkOutlined from '@mui/icons-material/DirectionsWalkOutlined';
import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { useApi, useNotice, useText } from '#platform/web';
import { startSession } from '../../../contract/index.ts';
import { useDesk, useDeskState } from '../draft/desk-context.ts';
import { useStudioRefusals } from '../refusals.ts';
import { studioTexts } from '../texts.ts';

/** Walks the draft as a player: counts nowhere. */
export function TestWalkButton(): ReactNode {
  const t = useText(studioTexts);
  const desk = useDesk();
  const { base, work } = useDeskState();
  const { call } = useApi();
  const notice = useNotice();
  const navigate = useNavigate();
  const refusals = useStudioRefusals();
  const [busy, setBusy] = useState(false);
  const walk = async (): Promise<void> => {
    setBusy(true);
    try {
      if (await desk.flush()) {
        const { id } = await call(startSession, { body: { quest_id: base.id, test: true } });
        await navigate(`/play/${id}`);
      }
    } catch (fault) {
      notice.error(fault, refusals);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="outlined"
      color="inherit"
      startIcon={<DirectionsWalkOutlined />}
      loading={busy}
      disabled={work.points.length === 0}
      onClick={() => void walk()}
    >
      {t('action.test_walk')}
    </Button>
  );
}
