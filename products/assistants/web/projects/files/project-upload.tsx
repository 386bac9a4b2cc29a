import { Box, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useApi, useInvalidate, useText } from '#platform/web';
import {
  getProject,
  largestProjectArchive,
  listProjects,
  listProjectUploads,
  uploadToProject,
} from '../../../contract/index.ts';
import { UploadDrop } from '../../pieces/upload-drop.tsx';
import { UploadList } from '../../pieces/upload-list.tsx';
import { useUploads } from '../../pieces/use-uploads.ts';
import { useProjectRefusals } from '../refusals.ts';
import { projectsTexts } from '../texts.ts';
import { ModulePathDialog } from './module-path-dialog.tsx';

const size = largestProjectArchive / 1_024 / 1_024;
const isModule = (file: File): boolean => /\.bsl$/i.test(file.name);

export interface ProjectUploadProps {
  readonly projectId: string;
  /** Nothing was read yet: this is the first step. */
  readonly first: boolean;
}

/** Takes exports and modules into a project. */
export function ProjectUpload({ projectId, first }: ProjectUploadProps): ReactNode {
  const t = useText(projectsTexts);
  const refusals = useProjectRefusals();
  const { call } = useApi();
  const invalidate = useInvalidate();
  const [module, setModule] = useState<File | null>(null);
  const uploads = useUploads({
    send: (file, name, options) =>
      call(uploadToProject, { params: { id: projectId }, query: { name }, body: file, ...options }),
    faultOf: (file) => {
      if (!/\.(?:zip|bsl)$/i.test(file.name)) return t('upload.kinds');
      if (file.size === 0) return t('upload.empty');
      return file.size > largestProjectArchive ? t('upload.too_large', { size }) : null;
    },
    onArrived: () => invalidate(listProjectUploads, getProject, listProjects),
  });
  return (
    <Box>
      <UploadDrop
        multiple
        first={first}
        title={first ? t('upload.title') : t('upload.title_more')}
        choose={t('upload.choose')}
        limit={t('upload.limit', { size })}
        accept=".zip,.bsl,application/zip"
        onFiles={(files) => {
          uploads.add(files.filter((file) => !isModule(file)));
          setModule(files.find(isModule) ?? null);
        }}
      />
      {first ? null : (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.75, ml: 0.5 }}>
          {t('upload.replaces')}
        </Typography>
      )}
      <UploadList uploads={uploads} refusals={refusals} />
      {module === null ? null : (
        <ModulePathDialog
          name={module.name}
          onClose={() => setModule(null)}
          onPath={(path) => {
            uploads.add([module], path);
            setModule(null);
          }}
        />
      )}
    </Box>
  );
}
