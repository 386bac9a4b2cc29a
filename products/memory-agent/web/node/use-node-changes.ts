import { type ResultOf, useNotice, useSend, useText } from '#platform/web';
import {
  forgetNode,
  getNode,
  memoryGraph,
  memoryStats,
  restoreNode,
  searchMemory,
} from '../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { memoryTexts } from '../texts.ts';

const stale = [getNode, searchMemory, memoryStats, memoryGraph];

export interface NodeChanges {
  readonly isRestoring: boolean;
  restore(id: string): void;
  forget(id: string): Promise<ResultOf<typeof forgetNode>>;
  purge(id: string): Promise<ResultOf<typeof forgetNode>>;
}

/** Forgetting, bringing back, and deleting for good; each says what happened, forgetting offers the way back. */
export function useNodeChanges(): NodeChanges {
  const t = useText(memoryTexts);
  const notice = useNotice();
  const refusals = useRefusals();
  const restoring = useSend(restoreNode, {
    invalidates: stale,
    onSuccess: () => notice.success(t('node.restored')),
    onError: (problem) => notice.error(problem, refusals),
  });
  const restore = (id: string): void => restoring.mutate({ params: { id } });
  const removing = useSend(forgetNode, {
    invalidates: stale,
    onSuccess: ({ forgotten }, { params, query }) =>
      query?.permanently === true
        ? notice.success(t('node.purged', { count: forgotten }))
        : notice.success(t('node.forgotten', { count: forgotten }), {
            label: t('node.undo'),
            run: () => restore(params.id),
          }),
  });
  return {
    isRestoring: restoring.isPending,
    restore,
    forget: (id) => removing.mutateAsync({ params: { id } }),
    purge: (id) => removing.mutateAsync({ params: { id }, query: { permanently: true } }),
  };
}
