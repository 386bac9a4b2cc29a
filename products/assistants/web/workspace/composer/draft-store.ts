import { create } from 'zustand';
import type { AttachedFile } from '../../../contract/index.ts';

interface DraftState {
  readonly ownerId: string | null;
  /** Typed and not yet sent, by place. */
  readonly texts: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, readonly AttachedFile[]>>;
  /** Reads what this person left in this browser. */
  own(ownerId: string): void;
  write(place: string, text: string): void;
  attach(place: string, change: (files: readonly AttachedFile[]) => readonly AttachedFile[]): void;
  /** What was typed while a conversation had no name yet comes along when it gets one. */
  move(from: string, to: string): void;
}

/** As many conversations keep a draft, each of so many characters, across visits. */
const mostKept = 30;
const longestKept = 20_000;
const keyOf = (ownerId: string): string => `quintet.assistants.drafts.${ownerId}`;

function read(ownerId: string): Readonly<Record<string, string>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(ownerId)) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    const texts: Record<string, string> = {};
    for (const [place, text] of Object.entries(kept)) if (typeof text === 'string') texts[place] = text;
    return texts;
  } catch {
    return {};
  }
}

function keep(ownerId: string | null, texts: Readonly<Record<string, string>>): void {
  if (ownerId === null) return;
  const kept = Object.entries(texts)
    .filter(([, text]) => text !== '' && text.length <= longestKept)
    .slice(-mostKept);
  try {
    if (kept.length === 0) localStorage.removeItem(keyOf(ownerId));
    else localStorage.setItem(keyOf(ownerId), JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // Private windows may refuse; drafts then last as long as the page.
  }
}

/** Drafts by conversation; their texts survive the visit. */
export const useDraftStore = create<DraftState>()((set, get) => ({
  ownerId: null,
  texts: {},
  files: {},
  own: (ownerId) => {
    if (get().ownerId !== ownerId) set({ ownerId, texts: read(ownerId), files: {} });
  },
  write: (place, text) => {
    const { [place]: _before, ...others } = get().texts;
    const texts = text === '' ? others : { ...others, [place]: text };
    set({ texts });
    keep(get().ownerId, texts);
  },
  attach: (place, change) =>
    set(({ files }) => ({ files: { ...files, [place]: change(files[place] ?? []) } })),
  move: (from, to) => {
    const { texts, files, ownerId } = get();
    const { [from]: text = '', ...otherTexts } = texts;
    const { [from]: carried = [], ...otherFiles } = files;
    const moved = text === '' ? otherTexts : { ...otherTexts, [to]: text };
    set({ texts: moved, files: carried.length === 0 ? otherFiles : { ...otherFiles, [to]: carried } });
    keep(ownerId, moved);
  },
}));
