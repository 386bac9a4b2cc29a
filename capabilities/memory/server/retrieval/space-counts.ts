import type { Columns } from './columns.ts';
import type { LevelStatistics } from './space-view.ts';

/** Running totals over the live slots: per level, per session, per speaker. */
export interface SpaceCounts {
  readonly add: (slot: number) => void;
  readonly take: (slot: number) => void;
  readonly statistics: (level: number) => LevelStatistics;
  readonly sessionLength: (session: number) => number;
  readonly sessions: () => { readonly liveSessions: number; readonly totalSessionLength: number };
  /** Numbers of those who spoke, most turns first. */
  readonly talkative: () => number[];
}

export function createSpaceCounts(columns: Columns): SpaceCounts {
  const documents = [0, 0, 0, 0];
  const lengths = [0, 0, 0, 0];
  const sessionLengths: number[] = [];
  const sessionTurns: number[] = [];
  const speakerTurns = new Map<number, number>();
  let liveSessions = 0;
  let totalSessionLength = 0;

  function count(slot: number, sign: 1 | -1): void {
    const level = columns.level[slot] ?? 0;
    const length = columns.length[slot] ?? 0;
    documents[level] = (documents[level] ?? 0) + sign;
    lengths[level] = (lengths[level] ?? 0) + sign * length;
    if (level !== 0) return;
    const speaker = columns.speaker[slot] ?? -1;
    if (speaker >= 0) speakerTurns.set(speaker, (speakerTurns.get(speaker) ?? 0) + sign);
    const session = columns.session[slot] ?? -1;
    if (session < 0) return;
    const before = sessionTurns[session] ?? 0;
    sessionTurns[session] = before + sign;
    if (before === 0) liveSessions += 1;
    if (before + sign === 0) liveSessions -= 1;
    sessionLengths[session] = (sessionLengths[session] ?? 0) + sign * length;
    totalSessionLength += sign * length;
  }

  function statistics(level: number): LevelStatistics {
    const total = documents[level] ?? 0;
    const totalLength = lengths[level] ?? 0;
    return { documents: total, totalLength, averageLength: total === 0 ? 0 : totalLength / total };
  }

  return {
    add: (slot) => count(slot, 1),
    take: (slot) => count(slot, -1),
    statistics,
    sessionLength: (session) => sessionLengths[session] ?? 0,
    sessions: () => ({ liveSessions, totalSessionLength }),
    talkative: () =>
      [...speakerTurns]
        .filter(([, turns]) => turns > 0)
        .sort(([a, m], [b, n]) => n - m || a - b)
        .map(([speaker]) => speaker),
  };
}
