import RedoRounded from '@mui/icons-material/RedoRounded';
import UndoRounded from '@mui/icons-material/UndoRounded';
import { IconButton, Tooltip } from '@mui/material';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useNotice, useText } from '#platform/web';
import type { SavedPlanDetail } from '../../../contract/index.ts';
import { FileButton } from '../../pieces/file-button.tsx';
import { ExportMenu } from '../files/export-menu.tsx';
import { planFiles } from '../files/use-read-plan.ts';
import { planPath, plansPath, unsaved } from '../paths.ts';
import { planningTexts } from '../texts.ts';
import { keepDraft, readDraft } from './draft-store.ts';
import { MoreMenu } from './more-menu.tsx';
import type { PlanInHand } from './use-plan.ts';

export interface PlanActionsProps {
  readonly ownerId: string;
  readonly saved: SavedPlanDetail | null;
  readonly plan: PlanInHand;
  readonly mermaid: string;
  readonly isReading: boolean;
  readonly onFile: (file: File) => unknown;
}

/** What can be done with the plan as a whole. */
export function PlanActions(props: PlanActionsProps): ReactNode {
  const { ownerId, saved, plan, mermaid, isReading, onFile } = props;
  const t = useText(planningTexts);
  const notice = useNotice();
  const navigate = useNavigate();
  const { control, document } = plan;
  const { sheet } = control;
  const step = (label: string, icon: ReactNode, enabled: boolean, run: () => void): ReactNode => (
    <Tooltip title={label}>
      <span>
        <IconButton aria-label={label} disabled={!enabled} onClick={run}>
          {icon}
        </IconButton>
      </span>
    </Tooltip>
  );
  const copy = (): void => {
    const waiting = readDraft(ownerId, unsaved);
    if (waiting !== null) {
      notice.warning(t('copy_hindered', { name: waiting.sheet.name }));
      return;
    }
    const name = t('copy_of', { name: sheet.name }).slice(0, 200);
    keepDraft(ownerId, unsaved, { sheet: { ...sheet, name }, baseVersion: 0 });
    void navigate(planPath(unsaved));
  };
  return (
    <>
      {step(t('undo'), <UndoRounded fontSize="small" />, control.canUndo, control.undo)}
      {step(t('redo'), <RedoRounded fontSize="small" />, control.canRedo, control.redo)}
      <FileButton label={t('import.label')} accept={planFiles} disabled={isReading} onFile={onFile} />
      <ExportMenu sheet={sheet} document={document} mermaid={mermaid} />
      {saved === null ? null : (
        <MoreMenu
          id={saved.id}
          name={saved.name}
          onCopy={copy}
          onGone={() => {
            plan.forget();
            void navigate(plansPath);
          }}
        />
      )}
    </>
  );
}
