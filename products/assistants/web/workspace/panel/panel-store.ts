import { create } from 'zustand';
import type { ChatArtifact, Citation } from '../../../contract/index.ts';

/** What is shown beside the conversation. */
export type PanelContent =
  | { readonly kind: 'artifacts'; readonly artifacts: readonly ChatArtifact[]; readonly index: number }
  | { readonly kind: 'sources'; readonly citations: readonly Citation[]; readonly marker: number | null };

interface PanelState {
  readonly content: PanelContent | null;
  /** What had the focus when it opened: it gets it back. */
  readonly opener: Element | null;
  open(content: PanelContent): void;
  close(): void;
}

/** The panel beside the conversation; empty when another conversation opens. */
export const usePanel = create<PanelState>()((set) => ({
  content: null,
  opener: null,
  open: (content) =>
    set((now) => ({ content, opener: now.content === null ? document.activeElement : now.opener })),
  close: () => set({ content: null, opener: null }),
}));
