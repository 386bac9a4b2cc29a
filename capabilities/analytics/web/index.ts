export { analyticsWeb } from './module.ts';
export { OwnerDashboard, SubjectFunnel } from './owner-components.tsx';
