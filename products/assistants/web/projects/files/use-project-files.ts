import { useEffect, useRef } from 'react';
import { type ApiProblem, useCall, useInvalidate } from '#platform/web';
import {
  diffProjectVersions,
  getProject,
  getProjectImpact,
  getProjectModule,
  getProjectObject,
  listProjectFaults,
  listProjectModules,
  listProjectObjects,
  listProjects,
  listProjectUploads,
  listProjectVersions,
  type ProjectUpload,
  searchProjectCode,
} from '../../../contract/index.ts';
import { usePolling } from '../../pieces/use-polling.ts';

/** The files of a project; while one is being read the news comes by itself, and then everything is asked for anew. */
export function useProjectFiles(projectId: string): {
  readonly files: readonly ProjectUpload[];
  readonly isPending: boolean;
  readonly error: ApiProblem | null;
  refetch(): void;
} {
  const invalidate = useInvalidate();
  const { data, error, isPending, refetch } = useCall(listProjectUploads, { params: { id: projectId } });
  const files = data?.items ?? [];
  const busy = files.some(({ status }) => status === 'waiting' || status === 'reading');
  usePolling(busy, refetch);
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !busy) {
      void invalidate(
        getProject,
        listProjects,
        listProjectVersions,
        listProjectObjects,
        listProjectFaults,
        listProjectModules,
        getProjectObject,
        getProjectImpact,
        getProjectModule,
        searchProjectCode,
        diffProjectVersions,
      );
    }
    wasBusy.current = busy;
  }, [busy, invalidate]);
  return { files, isPending, error, refetch: () => void refetch() };
}
