import { type Node, type Span, type SyntaxTree, T } from '#products/assistants/engines/bsl';

/** The tokens of a node without what stands between them: how the reference analyser reads a piece of code. */
export function compactText(tree: SyntaxTree, node: Node): string {
  if (node.last <= node.first) return node.last < node.first ? '' : tree.tokens.text(node.first);
  const parts: string[] = [];
  for (let token = node.first; token <= node.last; token += 1) parts.push(tree.tokens.text(token));
  return parts.join('');
}

/** Equal for nodes with the same tokens: case matters in strings of one line only. */
export function tokenKey(tree: SyntaxTree, first: number, last: number): string {
  const parts: string[] = [];
  for (let token = first; token <= last; token += 1)
    parts.push(tree.tokens.kind(token) === T.String ? tree.tokens.text(token) : tree.tokens.key(token));
  return parts.join('\u0001');
}

/** Zero-based line on which a token begins. */
export function lineOf(tree: SyntaxTree, token: number): number {
  return tree.lines.lineAt(tree.tokens.start(token));
}

/** Names without regard to case: whether the token is one of them. */
export function isNamed(tree: SyntaxTree, token: number, names: ReadonlySet<string>): boolean {
  return token >= 0 && names.has(tree.tokens.key(token));
}

/** Whether one of the spans, which stand in the order of the source, lies between two offsets. */
export function liesBetween(spans: readonly Span[], start: number, end: number): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found = spans[low];
  return found !== undefined && found.end <= end;
}
