import { type ReactNode, useEffect } from 'react';
import { useCursorList } from '#platform/web';
import { listProjects } from '../../contract/index.ts';
import { ProjectSelect } from './project-select.tsx';
import { useGround } from './use-ground.ts';

/** Chooses the project against which code and queries are judged; one of another company is let go. */
export function GroundSelect(): ReactNode {
  const { projectId, choose } = useGround();
  const { items, isPending } = useCursorList(listProjects, { query: { limit: 50 } }, { staleTime: 60_000 });
  const isGone = projectId !== null && !isPending && items.every(({ id }) => id !== projectId);
  useEffect(() => {
    if (isGone) choose(null);
  }, [isGone, choose]);
  return <ProjectSelect projectId={projectId} disabled={false} onChoose={choose} />;
}
