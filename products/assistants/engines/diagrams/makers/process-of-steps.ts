import { type DiagramFinding, finding } from '../finding.ts';
import type { BpmnFlow, BpmnModel, BpmnNode } from '../model/bpmn.ts';
import { actionOf, capitalised } from './step-actor.ts';
import type { Step } from './step-tree.ts';

/** Where the next node is to be joined on. */
interface Exit {
  readonly from: string;
  readonly name?: string;
}

export interface ProcessWords {
  readonly start: string;
  readonly end: string;
  readonly yes: string;
  readonly no: string;
  readonly pool: string;
}

/** Nodes and flows of a step tree; lanes are the actors in the order they appear. */
export function processOfSteps(
  steps: readonly Step[],
  words: ProcessWords,
): { readonly model: BpmnModel; readonly notes: readonly DiagramFinding[] } {
  const nodes: BpmnNode[] = [];
  const flows: BpmnFlow[] = [];
  const notes: DiagramFinding[] = [];
  const lanes = new Map<string, string>();
  const laneOf = new Map<string, string>();
  const firstNode = new Map<string, string>();
  const jumps: { readonly exits: readonly Exit[]; readonly target: string; readonly line: number }[] = [];
  let lane: string | undefined;
  let numbers: string[] = [];

  const put = (type: BpmnNode['type'], exits: readonly Exit[], name?: string): string => {
    const id = `n${nodes.length}`;
    nodes.push({ id, type, ...(name === undefined ? {} : { name }) });
    if (lane !== undefined) laneOf.set(id, lane);
    for (const exit of exits) flows.push({ ...exit, to: id });
    for (const number of numbers) if (!firstNode.has(number)) firstNode.set(number, id);
    numbers = [];
    return id;
  };
  /** One way on from several; needed in front of a parallel join. */
  const gathered = (exits: readonly Exit[]): readonly Exit[] =>
    exits.length > 1 ? [{ from: put('exclusive', exits) }] : exits;

  const chain = (list: readonly Step[], entry: readonly Exit[]): readonly Exit[] => {
    let exits = entry;
    for (const step of list) {
      if (step.number !== undefined) numbers.push(step.number);
      exits = one(step, exits);
    }
    return exits;
  };

  const one = (step: Step, exits: readonly Exit[]): readonly Exit[] => {
    switch (step.type) {
      case 'task': {
        const { actor, label } = actionOf(step.text);
        if (actor !== undefined) {
          lane = actor.toLowerCase();
          if (!lanes.has(lane)) lanes.set(lane, actor);
        }
        return [{ from: put('task', exits, label) }];
      }
      case 'choice': {
        const question = capitalised(step.condition.trim().replace(/[\s.?,:]+$/u, ''));
        if (step.yes.length + step.no.length === 0)
          return [{ from: put('task', exits, `${words.yes}: ${question}`) }];
        const from = put('exclusive', exits, `${question}?`);
        const here = lane;
        const yes = chain(step.yes, [{ from, name: words.yes }]);
        lane = here;
        const no = chain(step.no, [{ from, name: words.no }]);
        return [...yes, ...no];
      }
      case 'parallel': {
        const branches = step.branches.filter((branch) => branch.length > 0);
        if (branches.length < 2) return chain(branches[0] ?? [], exits);
        const from = put('parallel', gathered(exits));
        const ends = branches
          .map((branch) => gathered(chain(branch, [{ from }])))
          .filter((list) => list.length > 0);
        return ends.length < 2 ? ends.flat() : [{ from: put('parallel', ends.flat()) }];
      }
      case 'goto':
        jumps.push({ exits, target: step.target, line: step.line });
        return [];
      case 'end':
        put('end', exits, words.end);
        return [];
    }
  };

  const start = put('start', [], words.start);
  const last = chain(steps, [{ from: start }]);
  if (last.length > 0) put('end', last, words.end);
  for (const { exits, target, line } of jumps) {
    const to = firstNode.get(target);
    if (to !== undefined) for (const exit of exits) flows.push({ ...exit, to });
    else {
      const [ru, en] = [
        `Шага ${target} нет: здесь процесс закончен.`,
        `There is no step ${target}: the process ends here.`,
      ];
      notes.push(finding('warning', 'unknown_step', ru, en, `${line}`));
      put('end', exits, words.end);
    }
  }

  // What nothing leads to is left out, with a word about it.
  const next = Map.groupBy(flows, (flow) => flow.from);
  const reached = new Set([start]);
  for (const id of reached) for (const flow of next.get(id) ?? []) reached.add(flow.to);
  for (const node of nodes) {
    if (!reached.has(node.id) && node.type === 'task')
      notes.push(
        finding(
          'warning',
          'unreachable',
          'До шага нельзя дойти, он пропущен.',
          'The step cannot be reached and is left out.',
          node.name,
        ),
      );
  }
  const [first] = lanes.keys();
  const place = (id: string) => (first === undefined ? {} : { pool: 'pool', lane: laneOf.get(id) ?? first });
  const model: BpmnModel = {
    kind: 'bpmn',
    name: words.pool,
    ...(first === undefined
      ? {}
      : { pools: [{ id: 'pool', name: words.pool, lanes: [...lanes].map(([id, name]) => ({ id, name })) }] }),
    nodes: nodes.flatMap((node) => (reached.has(node.id) ? [{ ...node, ...place(node.id) }] : [])),
    flows: flows.filter((flow) => reached.has(flow.from)),
  };
  return { model, notes };
}
