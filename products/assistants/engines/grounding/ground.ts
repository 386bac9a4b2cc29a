import type { Form, MetadataGraph, MetadataObject } from '#products/assistants/engines/metadata';
import { factsOf, type ProjectFacts, type TextOf } from './project-facts.ts';

/** The part of a configuration that checks of code and queries ask for. Plain data: JSON keeps all of it. */
export interface Ground {
  /** Names, fields and types; without what is on forms, rights and ties. */
  readonly graph: MetadataGraph;
  readonly facts: ProjectFacts;
}

const nameOfForm = (form: Form): Form => ({ ...form, items: [], attributes: [], commands: [], handlers: [] });

function slim({ role: _role, commandInterface: _interface, ...object }: MetadataObject): MetadataObject {
  return { ...object, comment: '', forms: object.forms.map(nameOfForm) };
}

/** Takes from a configuration what checks ask for. Reads the texts of common modules and of handlers. */
export function groundOf(graph: MetadataGraph, textOf: TextOf): Ground {
  return {
    graph: { ...graph, objects: graph.objects.map(slim), edges: [], conflicts: [], faults: [] },
    facts: factsOf(graph, textOf),
  };
}
