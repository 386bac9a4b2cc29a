/** What was said or noted (l0), episodes (l1), facts and topics (l2), themes (l3). */
export const levelNames = ['l0', 'l1', 'l2', 'l3'] as const;
export type LevelName = (typeof levelNames)[number];

/** The same, as the number of abstractions above what was said. */
export type Level = 0 | 1 | 2 | 3;

export const nodeKinds = ['turn', 'note', 'episode', 'fact', 'topic', 'theme'] as const;
export type NodeKind = (typeof nodeKinds)[number];

/**
 * `derived_from` leads from a memory to what it was made of, `corrects` from a correction to what it corrects,
 * `follows` from an episode to the one before it.
 */
export const edgeKinds = ['derived_from', 'similar', 'mentions', 'follows', 'corrects'] as const;
export type EdgeKind = (typeof edgeKinds)[number];

const numbers: Readonly<Record<LevelName, Level>> = { l0: 0, l1: 1, l2: 2, l3: 3 };

/** The name of a level on the wire. */
export function levelName(level: Level): LevelName {
  return levelNames[level];
}

/** The level behind a name on the wire. */
export function levelNumber(name: LevelName): Level {
  return numbers[name];
}
