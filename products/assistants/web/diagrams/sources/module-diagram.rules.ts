import type {
  ClassModel,
  FlowchartModel,
  SequenceModel,
  SequenceStep,
} from '#products/assistants/engines/diagrams';
import type { Outline, OutlineMethod } from '../../../contract/index.ts';

/** Words a diagram of code needs, in the language of the reader. */
export interface ModuleWords {
  readonly module: string;
  readonly caller: string;
  readonly value: string;
}

const mostMethods = 120;
const mostSteps = 150;

/** `Модуль.Метод` apart; the method may hold more dots. */
const parted = (call: string): readonly [module: string, method: string] => {
  const dot = call.indexOf('.');
  return dot < 0 ? ['', call] : [call.slice(0, dot), call.slice(dot + 1)];
};

const once = (names: readonly string[]): readonly string[] => [...new Set(names)];

/** Methods and who calls whom; methods of other modules stand in frames of their own. */
export function callGraph({ methods }: Outline, words: ModuleWords): FlowchartModel {
  const own = methods.slice(0, mostMethods);
  const names = new Map(own.map(({ name }) => [name.toLowerCase(), name]));
  const outside = once(own.flatMap(({ outside_calls }) => outside_calls)).slice(0, mostMethods);
  const modules = once(outside.map((call) => parted(call)[0]));
  const inside = new Set(outside);
  return {
    kind: 'flowchart',
    direction: 'right',
    groups: [{ id: 'own', name: words.module }, ...modules.map((name) => ({ id: `module ${name}`, name }))],
    nodes: [
      ...own.map(({ name, export: isOpen }) => ({
        id: `own ${name}`,
        label: name,
        shape: isOpen ? ('start' as const) : ('action' as const),
        group: 'own',
      })),
      ...outside.map((call) => ({
        id: `outside ${call}`,
        label: parted(call)[1],
        shape: 'data' as const,
        group: `module ${parted(call)[0]}`,
      })),
    ],
    edges: own.flatMap(({ name, calls, outside_calls }) => [
      ...once(calls.flatMap((call) => names.get(call.toLowerCase()) ?? [])).map((to) => ({
        from: `own ${name}`,
        to: `own ${to}`,
      })),
      ...once(outside_calls)
        .filter((call) => inside.has(call))
        .map((call) => ({ from: `own ${name}`, to: `outside ${call}`, dashed: true })),
    ]),
  };
}

/** What happens after one method is called: its own calls, in depth, then those of other modules. */
export function callSequence({ methods }: Outline, entry: string, words: ModuleWords): SequenceModel {
  const byName = new Map(methods.map((method) => [method.name.toLowerCase(), method]));
  const steps: SequenceStep[] = [];
  const others: string[] = [];
  const say = (from: string, to: string, text: string): void => {
    if (steps.length < mostSteps) steps.push({ type: 'message', from, to, text: `${text}()` });
  };
  const follow = (method: OutlineMethod, path: readonly string[]): void => {
    for (const call of method.calls) {
      const called = byName.get(call.toLowerCase());
      if (called === undefined) continue;
      say('own', 'own', called.name);
      // A method that calls itself, by whatever way, is shown once.
      if (!path.includes(called.name) && steps.length < mostSteps) follow(called, [...path, called.name]);
    }
    for (const call of method.outside_calls) {
      const [module, name] = parted(call);
      if (module === '') continue;
      if (!others.includes(module)) others.push(module);
      say('own', `module ${module}`, name);
    }
  };
  const first = byName.get(entry.toLowerCase());
  if (first !== undefined) {
    say('caller', 'own', first.name);
    follow(first, [first.name]);
  }
  return {
    kind: 'sequence',
    title: entry,
    participants: [
      { id: 'caller', name: words.caller, type: 'actor' },
      { id: 'own', name: words.module },
      ...others.map((name) => ({ id: `module ${name}`, name })),
    ],
    steps,
  };
}

/** A module as a class: exported methods are public; modules it calls are classes it depends on. */
export function classOfModule({ methods, variables }: Outline, words: ModuleWords): ClassModel {
  const outside = once(methods.flatMap(({ outside_calls }) => outside_calls));
  const modules = once(outside.map((call) => parted(call)[0])).filter((name) => name !== '');
  return {
    kind: 'class',
    classes: [
      {
        id: 'own',
        name: words.module,
        attributes: variables.map(({ name, export: isOpen }) => ({
          name,
          visibility: isOpen ? ('public' as const) : ('private' as const),
        })),
        methods: methods.slice(0, mostMethods).map(({ name, kind, parameters, export: isOpen }) => ({
          name,
          parameters: parameters.map((parameter) => parameter.name),
          ...(kind === 'function' ? { returns: words.value } : {}),
          visibility: isOpen ? ('public' as const) : ('private' as const),
        })),
      },
      ...modules.map((name) => ({
        id: `module ${name}`,
        name,
        methods: outside
          .filter((call) => parted(call)[0] === name)
          .map((call) => ({ name: parted(call)[1], visibility: 'public' as const })),
      })),
    ],
    relations: modules.map((name) => ({ from: 'own', to: `module ${name}`, type: 'dependency' as const })),
  };
}
