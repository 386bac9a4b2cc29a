import type { C4Element, C4Model } from '../model/c4.ts';
import { checkDiagram } from '../model/check-diagram.ts';
import { done, type Outcome } from '../outcome.ts';
import { nothingFound } from './source-text.ts';

export interface SystemInput {
  /** The name of the configuration. */
  readonly name: string;
  readonly subsystems: readonly {
    readonly name: string;
    readonly description?: string;
    /** Names of other subsystems whose objects it uses. */
    readonly uses?: readonly string[];
  }[];
  readonly externals?: readonly {
    readonly name: string;
    readonly technology?: string;
    /** Who sends the data; both ways when left out. */
    readonly direction?: 'in' | 'out';
    /** The subsystem that talks to it; the first one when left out. */
    readonly subsystem?: string;
    readonly label?: string;
  }[];
  readonly people?: readonly { readonly name: string; readonly uses: readonly string[] }[];
}

/** A container diagram: subsystems inside the system, people and external systems around it. */
export function c4FromObjects(input: SystemInput): Outcome<C4Model> {
  const [first] = input.subsystems;
  if (first === undefined) return nothingFound('Подсистем нет.', 'There are no subsystems.');
  const inner = (name: string) => `subsystem ${name}`;
  const outer = (name: string) => `external ${name}`;
  const person = (name: string) => `person ${name}`;
  const elements: C4Element[] = [
    ...(input.people ?? []).map(({ name }) => ({ id: person(name), name, type: 'person' as const })),
    ...input.subsystems.map(({ name, description }) => ({
      id: inner(name),
      name,
      type: 'container' as const,
      technology: 'Подсистема',
      boundary: 'system',
      ...(description === undefined ? {} : { description }),
    })),
    ...(input.externals ?? []).map(({ name, technology }) => ({
      id: outer(name),
      name,
      type: 'system' as const,
      external: true,
      ...(technology === undefined ? {} : { technology }),
    })),
  ];
  const relations = [
    ...(input.people ?? []).flatMap(({ name, uses }) =>
      uses.map((used) => ({ from: person(name), to: inner(used), label: 'работает' })),
    ),
    ...input.subsystems.flatMap(({ name, uses = [] }) =>
      uses.map((used) => ({ from: inner(name), to: inner(used), label: 'использует' })),
    ),
    ...(input.externals ?? []).map(({ name, technology, direction, subsystem, label }) => {
      const ends = [inner(subsystem ?? first.name), outer(name)] as const;
      const [from, to] = direction === 'in' ? [ends[1], ends[0]] : ends;
      return {
        from,
        to,
        label: label ?? 'обмен данными',
        ...(technology === undefined ? {} : { technology }),
      };
    }),
  ];
  const model: C4Model = {
    kind: 'c4',
    level: 'container',
    title: input.name,
    elements,
    boundaries: [{ id: 'system', name: input.name, type: 'system' }],
    relations,
  };
  return checkDiagram(model) ?? done(model);
}
