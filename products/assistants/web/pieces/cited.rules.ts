interface TextNode {
  type: string;
  value?: string;
  children?: TextNode[];
  data?: Record<string, unknown>;
  url?: string;
}

const reference = /\[([1-9]\d{0,3}(?:, ?[1-9]\d{0,3})*)\]/g;

/** Cuts a text at its references `[2]` or `[1, 3]` to given citations; other brackets stay text. */
export function splitCited(text: string, known: ReadonlySet<number>): readonly (string | number)[] {
  const parts: (string | number)[] = [];
  let from = 0;
  for (const match of text.matchAll(reference)) {
    const markers = (match[1] ?? '').split(',').map(Number);
    if (!markers.every((marker) => known.has(marker))) continue;
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push(...markers);
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** Where a reference leads inside the tree of a text. */
export const citedAddress = '#source-';

function cite(node: TextNode, known: ReadonlySet<number>): void {
  if (node.children === undefined) return;
  node.children = node.children.flatMap((child): TextNode[] => {
    if (child.type === 'text' && child.value !== undefined) {
      return splitCited(child.value, known).map((part) =>
        typeof part === 'string'
          ? { type: 'text', value: part }
          : {
              type: 'link',
              url: `${citedAddress}${part}`,
              children: [{ type: 'text', value: String(part) }],
            },
      );
    }
    if (child.type !== 'link') cite(child, known);
    return [child];
  });
}

/** A plugin of the markdown reader: references to citations become links to `#source-2`. */
export function citing(known: ReadonlySet<number>): () => (tree: TextNode) => void {
  return () => (tree) => cite(tree, known);
}
