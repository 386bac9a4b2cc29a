import type { ReactNode } from 'react';
import { ListSkeleton, type ListSkeletonProps } from './cursor-list.tsx';
import { ErrorNotice, type ErrorNoticeProps } from './error-notice.tsx';

export interface LoadingStateProps extends ErrorNoticeProps, ListSkeletonProps {
  /** Null while it is on the way. */
  readonly error: unknown;
}

/** In the place of what has not come yet: grey bars while it is on the way, then why it does not come. */
export function LoadingState({ rows, height, ...notice }: LoadingStateProps): ReactNode {
  const isOnTheWay = notice.error === null || notice.error === undefined;
  return isOnTheWay ? <ListSkeleton rows={rows} height={height} /> : <ErrorNotice {...notice} />;
}
