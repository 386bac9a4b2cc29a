import { type Box, layeredLayout, type Point } from '../layout/layered.ts';
import { type BpmnModel, type BpmnNode, isEvent, isGateway } from '../model/bpmn.ts';

/** Where everything of a process stands, by the keys and the order of the model. */
export interface ProcessLayout {
  readonly nodes: ReadonlyMap<string, Box>;
  readonly pools: ReadonlyMap<string, Box>;
  readonly lanes: ReadonlyMap<string, Box>;
  readonly flows: readonly (readonly Point[])[];
  readonly messages: readonly (readonly Point[])[];
}

const origin = 40;
const strip = 30;
const poolGap = 50;

function sizeOf(node: BpmnNode): { readonly width: number; readonly height: number } {
  if (isEvent(node.type)) return { width: 36, height: 36 };
  return isGateway(node.type) ? { width: 50, height: 50 } : { width: 100, height: 80 };
}

function messageRoute(source: Box, target: Box): readonly Point[] {
  const down = source.y < target.y;
  const start = { x: source.x + source.width / 2, y: down ? source.y + source.height : source.y };
  const finishY = down ? target.y : target.y + target.height;
  // A pool is as wide as the picture: the line goes straight to its edge.
  const centre = target.x + target.width / 2;
  const wide = start.x > target.x && start.x < target.x + target.width && target.width > 200;
  if (wide) return [start, { x: start.x, y: finishY }];
  if (source.width > 200)
    return [
      { x: centre, y: start.y },
      { x: centre, y: finishY },
    ];
  const y = down ? start.y + 15 : start.y - 15;
  return [start, { x: start.x, y }, { x: centre, y }, { x: centre, y: finishY }];
}

/** Layered layout with pools and lanes as horizontal bands. */
export function processLayout(model: BpmnModel): ProcessLayout {
  const pools = model.pools ?? [];
  const bands = pools.flatMap((pool) => {
    const lanes: readonly (string | undefined)[] = pool.lanes?.length
      ? pool.lanes.map((lane) => lane.id)
      : [undefined];
    return lanes.map((lane, index) => ({ pool: pool.id, lane, first: index === 0 }));
  });
  const bandOf = new Map<string, number>();
  for (const [index, band] of bands.entries()) {
    if (band.lane !== undefined) bandOf.set(band.lane, index);
    if (band.first) bandOf.set(band.pool, index);
  }
  const at = new Map(model.nodes.map((node, index) => [node.id, index]));
  const gaps =
    bands.length === 0
      ? [origin]
      : bands.map((band, index) => (index === 0 ? origin : band.first ? poolGap : 0));
  const left = bands.length === 0 ? origin : origin + 2 * strip;
  const layout = layeredLayout(
    model.nodes.map((node) => ({ ...sizeOf(node), band: bandOf.get(node.lane ?? node.pool ?? '') ?? 0 })),
    model.flows.map(({ from, to }) => [at.get(from) ?? 0, at.get(to) ?? 0] as const),
    gaps,
    left,
  );

  const nodes = new Map(
    model.nodes.flatMap((node, index) => {
      const box = layout.boxes[index];
      return box === undefined ? [] : [[node.id, box] as const];
    }),
  );
  const poolBoxes = new Map<string, Box>();
  const laneBoxes = new Map<string, Box>();
  for (const [index, { pool, lane }] of bands.entries()) {
    const band = layout.bands[index];
    if (band === undefined) continue;
    const known = poolBoxes.get(pool);
    const width = layout.width - origin;
    poolBoxes.set(pool, {
      x: origin,
      y: known?.y ?? band.y,
      width,
      height: (known?.height ?? 0) + band.height,
    });
    if (lane !== undefined)
      laneBoxes.set(lane, { x: origin + strip, y: band.y, width: width - strip, height: band.height });
  }
  const boxOf = (id: string): Box =>
    nodes.get(id) ?? poolBoxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
  const messages = (model.messages ?? []).map(({ from, to }) => messageRoute(boxOf(from), boxOf(to)));
  return { nodes, pools: poolBoxes, lanes: laneBoxes, flows: layout.routes, messages };
}
