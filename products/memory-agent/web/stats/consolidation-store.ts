import { create } from 'zustand';
import { advanceProgress, type Progress, type ProgressMessage } from './progress.rules.ts';

interface ConsolidationState {
  /** How far the run of the moment is; null when none was heard of. */
  readonly progress: Progress | null;
  note(message: ProgressMessage): void;
  forget(): void;
}

/** What the realtime channel told about consolidation. */
export const useConsolidationStore = create<ConsolidationState>()((set) => ({
  progress: null,
  note: (message) => set(({ progress }) => ({ progress: advanceProgress(progress, message) })),
  forget: () => set({ progress: null }),
}));
