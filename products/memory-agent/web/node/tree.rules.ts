/** A place in the tree: the ids from a root to the node, joined by `/`; a node may stand in several places. */
export type TreePath = string;

export type TreeState = 'leaf' | 'closed' | 'open' | 'loading' | 'failed';

export interface TreeRow<Node> {
  readonly path: TreePath;
  readonly node: Node;
  /** From 1, as `aria-level`. */
  readonly depth: number;
  readonly position: number;
  readonly siblings: number;
  readonly state: TreeState;
}

export type Children<Node> = readonly Node[] | 'loading' | 'failed';

export interface TreeSource<Node> {
  readonly idOf: (node: Node) => string;
  readonly isLeaf: (node: Node) => boolean;
  readonly childrenOf: (node: Node) => Children<Node>;
}

/** The rows that are visible, top to bottom. A node never opens inside itself. */
export function visibleRows<Node>(
  roots: readonly Node[],
  open: ReadonlySet<TreePath>,
  source: TreeSource<Node>,
): readonly TreeRow<Node>[] {
  const rows: TreeRow<Node>[] = [];
  const visit = (nodes: readonly Node[], above: readonly string[]): void => {
    nodes.forEach((node, index) => {
      const ids = [...above, source.idOf(node)];
      const path = ids.join('/');
      const leaf = source.isLeaf(node) || above.includes(source.idOf(node));
      const children = !leaf && open.has(path) ? source.childrenOf(node) : null;
      const state: TreeState = leaf
        ? 'leaf'
        : children === null
          ? 'closed'
          : typeof children === 'string'
            ? children
            : children.length === 0
              ? 'leaf'
              : 'open';
      rows.push({ path, node, depth: ids.length, position: index + 1, siblings: nodes.length, state });
      if (children !== null && typeof children !== 'string') visit(children, ids);
    });
  };
  visit(roots, []);
  return rows;
}

export type TreeMove =
  | { readonly kind: 'focus' | 'toggle'; readonly path: TreePath }
  | { readonly kind: 'none' };

const none: TreeMove = { kind: 'none' };
const focus = (row: TreeRow<unknown> | undefined): TreeMove =>
  row === undefined ? none : { kind: 'focus', path: row.path };

/** What a key means in a tree whose row `current` has the focus (WAI-ARIA tree view pattern). */
export function keyInTree(rows: readonly TreeRow<unknown>[], current: TreePath, key: string): TreeMove {
  const index = rows.findIndex(({ path }) => path === current);
  const row = rows[index];
  if (row === undefined) return focus(rows[0]);
  const unfolded = row.state === 'open' || row.state === 'loading' || row.state === 'failed';
  switch (key) {
    case 'ArrowDown':
      return focus(rows[index + 1]);
    case 'ArrowUp':
      return focus(rows[index - 1]);
    case 'Home':
      return focus(rows[0]);
    case 'End':
      return focus(rows.at(-1));
    case 'ArrowRight':
      if (row.state === 'closed') return { kind: 'toggle', path: row.path };
      return row.state === 'open' ? focus(rows[index + 1]) : none;
    case 'ArrowLeft':
      if (unfolded) return { kind: 'toggle', path: row.path };
      return focus(rows.slice(0, index).findLast(({ depth }) => depth < row.depth));
    default:
      return none;
  }
}
