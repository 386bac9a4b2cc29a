import { lazy, type ReactNode, Suspense } from 'react';
import { ListSkeleton } from '#platform/web';

// Charts are heavy: they come when somebody looks at them.
const Dashboard = lazy(async () => ({ default: (await import('./dashboard/dashboard.tsx')).Dashboard }));
const Funnel = lazy(async () => ({
  default: (await import('./dashboard/subject-report.tsx')).SubjectReport,
}));

/**
 * How far people come in one subject of the signed-in owner, steps inside included, with its days and a download.
 * The module's texts must be loaded: `analyticsWeb` belongs to the application's modules.
 */
export function SubjectFunnel({
  funnel,
  subjectId,
}: {
  readonly funnel: string;
  readonly subjectId: string;
}): ReactNode {
  return (
    <Suspense fallback={<ListSkeleton rows={4} height={56} />}>
      <Funnel funnel={funnel} subjectId={subjectId} />
    </Suspense>
  );
}

/** Everything about what the signed-in owner has: funnel, events, days, who comes back, and a download. */
export function OwnerDashboard({ funnel }: { readonly funnel: string }): ReactNode {
  return (
    <Suspense fallback={<ListSkeleton rows={6} height={72} />}>
      <Dashboard whose="mine" funnel={funnel} />
    </Suspense>
  );
}
