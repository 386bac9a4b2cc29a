/** What the page tells the layout: a graph to arrange, a node held by the pointer, or let go. */
export type LayoutRequest =
  | {
      readonly kind: 'graph';
      /** Answers carry it, so that those for an older graph can be told apart. */
      readonly generation: number;
      /** NaN where the layout shall choose. */
      readonly positions: Float32Array<ArrayBuffer>;
      readonly ends: Uint32Array<ArrayBuffer>;
      readonly radii: Float32Array<ArrayBuffer>;
      /** 0..1: how much everything may move; 1 for a first layout. */
      readonly heat: number;
      /** Answer once, at rest, instead of while moving. */
      readonly still: boolean;
    }
  | { readonly kind: 'hold'; readonly index: number; readonly x: number; readonly y: number }
  | { readonly kind: 'release'; readonly index: number };

export interface LayoutAnswer {
  readonly generation: number;
  readonly positions: Float32Array<ArrayBuffer>;
  /** Nothing moves any more. */
  readonly resting: boolean;
}
