/** A list cut to what an answer can carry. */
export interface Limited<Item> {
  readonly items: readonly Item[];
  /** How many were left out. */
  readonly left_out: number;
}

/** Cuts a list by number and by the length of its JSON. */
export function limited<Item>(all: readonly Item[], most: number, longest = 24_000): Limited<Item> {
  const items: Item[] = [];
  let length = 0;
  for (const item of all) {
    length += JSON.stringify(item)?.length ?? 0;
    if (items.length >= most || (items.length > 0 && length > longest)) break;
    items.push(item);
  }
  return { items, left_out: all.length - items.length };
}

/** A long text cut for data; whole ones go to artifacts. */
export function cutText(text: string, longest = 16_000): string {
  return text.length <= longest ? text : `${text.slice(0, longest).toWellFormed()}\n…`;
}
