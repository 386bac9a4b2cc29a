import { type DiagramFinding, finding } from '../finding.ts';
import { type BpmnFlow, type BpmnNode, isEvent, isGateway } from '../model/bpmn.ts';
import { isVerbLabel } from '../text/verb-label.ts';

/** What one node looks like from outside. */
export interface NodeView {
  readonly node: BpmnNode;
  readonly incoming: readonly BpmnFlow[];
  readonly outgoing: readonly BpmnFlow[];
  /** Events that interrupt it leave it by flows of their own. */
  readonly boundaries: number;
}

const eventKinds: Partial<Record<BpmnNode['type'], readonly (BpmnNode['event'] | undefined)[]>> = {
  start: [undefined, 'message', 'timer', 'signal'],
  end: [undefined, 'message', 'signal', 'error', 'terminate'],
  catch_event: ['message', 'timer', 'signal'],
  throw_event: [undefined, 'message', 'signal'],
};

const isNamed = (name: string | undefined) => name !== undefined && name.trim() !== '';

function gatewayFindings({ node, incoming, outgoing }: NodeView, name: string): readonly DiagramFinding[] {
  const found: DiagramFinding[] = [];
  const add = (rule: string, ru: string, en: string) => found.push(finding('error', rule, ru, en, node.id));
  if (outgoing.length < 2 && incoming.length < 2)
    add(
      'gateway_idle',
      `Шлюз ${name} ничего не делит и не собирает.`,
      `The gateway ${name} neither splits nor joins.`,
    );
  if (outgoing.length > 1 && incoming.length > 1)
    add(
      'gateway_mixed',
      `Шлюз ${name} и собирает, и делит: нужны два шлюза.`,
      `The gateway ${name} joins and splits: use two.`,
    );
  if (outgoing.length > 1 && (node.type === 'exclusive' || node.type === 'inclusive')) {
    if (!isNamed(node.name))
      add('gateway_name', 'У шлюза с выбором нет вопроса.', 'A deciding gateway has no question.');
    if (!outgoing.every((flow) => isNamed(flow.name)))
      add(
        'flow_condition',
        `После шлюза ${name} есть поток без условия.`,
        `A flow out of the gateway ${name} has no condition.`,
      );
  }
  return found;
}

function labelFindings(node: BpmnNode, name: string): readonly DiagramFinding[] {
  if (isEvent(node.type))
    return isNamed(node.name)
      ? []
      : [finding('warning', 'label_missing', 'Событие без названия.', 'An event without a name.', node.id)];
  if (!isNamed(node.name))
    return [
      finding('error', 'label_missing', 'Действие без названия.', 'An activity without a name.', node.id),
    ];
  if (isVerbLabel(node.name ?? '')) return [];
  const [ru, en] = [
    `Название ${name} лучше начать с глагола и назвать объект.`,
    `Begin the name ${name} with a verb and name its object.`,
  ];
  return [finding('warning', 'label_form', ru, en, node.id)];
}

/** Faults that can be seen at one node. */
export function nodeFindings(view: NodeView): readonly DiagramFinding[] {
  const { node, incoming, outgoing } = view;
  const name = `«${(node.name ?? node.id).slice(0, 60)}»`;
  const found: DiagramFinding[] = [];
  const add = (rule: string, ru: string, en: string) => found.push(finding('error', rule, ru, en, node.id));

  if (node.type === 'start' ? incoming.length > 0 : incoming.length === 0)
    add(
      'dangling',
      `К узлу ${name} ведёт не то число потоков.`,
      `The node ${name} has a wrong number of incoming flows.`,
    );
  if (node.type === 'end' ? outgoing.length > 0 : outgoing.length === 0)
    add(
      'dangling',
      `Из узла ${name} выходит не то число потоков.`,
      `The node ${name} has a wrong number of outgoing flows.`,
    );
  if (isGateway(node.type)) return [...found, ...gatewayFindings(view, name)];

  if (outgoing.length - view.boundaries > 1)
    add(
      'implicit_split',
      `Из ${name} выходит несколько потоков: нужен шлюз.`,
      `Several flows leave ${name}: use a gateway.`,
    );
  if (incoming.length > 1)
    add(
      'implicit_join',
      `В ${name} входит несколько потоков: нужен шлюз.`,
      `Several flows enter ${name}: use a gateway.`,
    );
  const kinds = eventKinds[node.type];
  if (kinds !== undefined && !kinds.includes(node.event))
    add(
      'event_kind',
      `Событие ${name} не может быть такого вида.`,
      `The event ${name} cannot be of this kind.`,
    );
  return [...found, ...labelFindings(node, name)];
}
