/** One thing to be written, and who waits for it. */
interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

export interface GroupWriterOptions<Item, Answer> {
  /** Writes all or none; answers in the order given. */
  readonly write: (items: readonly Item[]) => Promise<readonly Answer[]>;
  /** Items of one identity are never written together: the second must find the first. */
  readonly identityOf: (item: Item) => string;
  readonly maxGroup: number;
}

function takeGroup<Item, Answer>(
  waiting: Waiting<Item, Answer>[],
  { identityOf, maxGroup }: GroupWriterOptions<Item, Answer>,
): Waiting<Item, Answer>[] {
  const identities = new Set<string>();
  let length = 0;
  for (const { item } of waiting) {
    const identity = identityOf(item);
    if (length === maxGroup || identities.has(identity)) break;
    identities.add(identity);
    length += 1;
  }
  return waiting.splice(0, length);
}

/**
 * Writes to one place that admits one writer at a time: what arrives while a write is under way waits and is then
 * written together, in order of arrival. A lone writer waits for nobody. When a group fails, each of its items is
 * written by itself, so one bad item fails alone.
 */
export function createGroupWriter<Item, Answer>(
  options: GroupWriterOptions<Item, Answer>,
): (item: Item) => Promise<Answer> {
  const waiting: Waiting<Item, Answer>[] = [];
  let isWriting = false;

  async function writeGroup(group: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await options.write(group.map(({ item }) => item));
      group.forEach(({ resolve, reject }, index) => {
        const answer = answers[index];
        if (answer === undefined) reject(new Error('A write was not answered.'));
        else resolve(answer);
      });
    } catch (error) {
      const [only, ...others] = group;
      if (others.length === 0) only?.reject(error);
      else for (const one of group) await writeGroup([one]);
    }
  }

  async function drain(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) await writeGroup(takeGroup(waiting, options));
    isWriting = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isWriting) void drain();
    });
}
