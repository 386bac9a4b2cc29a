import type { Diagram } from './diagram.ts';

/** What all kinds have in common: ids that must be unique, references that must be found, and frames in frames. */
export interface Outline {
  readonly ids: readonly string[];
  readonly references: readonly string[];
  readonly edges: number;
  /** Lines inside boxes. */
  readonly details: number;
  readonly parents: readonly (readonly [child: string, parent: string])[];
}

interface Edge {
  readonly from: string;
  readonly to: string;
}
const ends = (edges: readonly Edge[]) => edges.flatMap((edge) => [edge.from, edge.to]);
const idsOf = (items: readonly { readonly id: string }[] = []) => items.map((item) => item.id);
const present = (ids: readonly (string | undefined)[]) => ids.filter((id) => id !== undefined);
const nothing = { edges: 0, details: 0, parents: [] };

export function outlineOf(diagram: Diagram): Outline {
  switch (diagram.kind) {
    case 'c4': {
      const { elements, boundaries = [], relations } = diagram;
      const inside = [...elements, ...boundaries];
      return {
        ...nothing,
        ids: idsOf(inside),
        references: [...ends(relations), ...present(inside.map((item) => item.boundary))],
        edges: relations.length,
        parents: boundaries.flatMap((item) =>
          item.boundary === undefined ? [] : [[item.id, item.boundary] as const],
        ),
      };
    }
    case 'sequence':
      return {
        ...nothing,
        ids: idsOf(diagram.participants),
        references: diagram.steps.flatMap((step) => {
          if (step.type === 'message') return [step.from, step.to];
          return step.type === 'note' ? [step.over] : [];
        }),
        edges: diagram.steps.length,
      };
    case 'er':
      return {
        ...nothing,
        ids: idsOf(diagram.entities),
        references: ends(diagram.relations),
        edges: diagram.relations.length,
        details: diagram.entities.reduce((sum, entity) => sum + entity.attributes.length, 0),
      };
    case 'state':
      return {
        ...nothing,
        ids: idsOf(diagram.states),
        references: ends(diagram.transitions),
        edges: diagram.transitions.length,
      };
    case 'gantt': {
      const tasks = diagram.sections.flatMap((section) => section.tasks);
      const after = tasks.flatMap((task) => task.after ?? []);
      return { ...nothing, ids: idsOf(tasks), references: after, edges: after.length };
    }
    case 'flowchart':
      return {
        ...nothing,
        ids: idsOf([...diagram.nodes, ...(diagram.groups ?? [])]),
        references: [...ends(diagram.edges), ...present(diagram.nodes.map((node) => node.group))],
        edges: diagram.edges.length,
      };
    case 'class':
      return {
        ...nothing,
        ids: idsOf(diagram.classes),
        references: ends(diagram.relations),
        edges: diagram.relations.length,
        details: diagram.classes.reduce(
          (sum, item) => sum + (item.attributes?.length ?? 0) + (item.methods?.length ?? 0),
          0,
        ),
      };
    case 'bpmn': {
      const pools = diagram.pools ?? [];
      return {
        ...nothing,
        ids: [...idsOf(diagram.nodes), ...idsOf(pools), ...pools.flatMap((pool) => idsOf(pool.lanes))],
        references: [
          ...ends(diagram.flows),
          ...ends(diagram.messages ?? []),
          ...present(diagram.nodes.flatMap((node) => [node.pool, node.lane])),
        ],
        edges: diagram.flows.length + (diagram.messages?.length ?? 0),
      };
    }
  }
}
