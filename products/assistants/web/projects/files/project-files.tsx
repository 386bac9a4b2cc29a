import { type ReactNode, useState } from 'react';
import { ConfirmDialog, DataList, useNotice, useSend, useText } from '#platform/web';
import {
  getProject,
  listProjectUploads,
  type ProjectUpload,
  removeProjectUpload,
} from '../../../contract/index.ts';
import { TitledSection } from '../../pieces/titled-section.tsx';
import { useProjectRefusals } from '../refusals.ts';
import { projectsTexts } from '../texts.ts';
import { FileRow } from './file-row.tsx';

export interface ProjectFilesProps {
  readonly projectId: string;
  readonly files: readonly ProjectUpload[];
  readonly mayChange: boolean;
}

/** What a project is made of. */
export function ProjectFiles({ projectId, files, mayChange }: ProjectFilesProps): ReactNode {
  const t = useText(projectsTexts);
  const notice = useNotice();
  const refusals = useProjectRefusals();
  const [leaving, setLeaving] = useState<ProjectUpload | null>(null);
  const send = useSend(removeProjectUpload, { invalidates: [listProjectUploads, getProject] });
  const remove = (file: ProjectUpload): Promise<unknown> =>
    send.mutateAsync({ params: { id: projectId, upload_id: file.id } });
  if (files.length === 0) return null;
  return (
    <TitledSection title={t('files.title')}>
      <DataList items={files} keyOf={(file) => file.id} label={t('files.title')} gap={0}>
        {(file) => (
          <FileRow
            file={file}
            mayChange={mayChange}
            onRemove={() => {
              // Forgetting what was never read changes nothing: it needs no question.
              if (file.status === 'refused')
                remove(file).catch((problem: unknown) => notice.error(problem, refusals));
              else setLeaving(file);
            }}
          />
        )}
      </DataList>
      <ConfirmDialog
        open={leaving !== null}
        title={t('files.remove_title')}
        confirmLabel={t('files.remove_confirm')}
        destructive
        refusals={refusals}
        onClose={() => setLeaving(null)}
        onConfirm={() => (leaving === null ? undefined : remove(leaving))}
      >
        {t('files.remove_text', { name: leaving?.name ?? '' })}
      </ConfirmDialog>
    </TitledSection>
  );
}
