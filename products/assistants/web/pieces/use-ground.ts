import { create } from 'zustand';

interface GroundState {
  readonly projectId: string | null;
  choose(projectId: string | null): void;
}

/** The project against which code and queries are judged, the same on the pages of both, until the page is reloaded. */
export const useGround = create<GroundState>()((set) => ({
  projectId: null,
  choose: (projectId) => set({ projectId }),
}));

/** As requests carry it. */
export function groundOf(projectId: string | null): { project_id?: string } {
  return projectId === null ? {} : { project_id: projectId };
}
