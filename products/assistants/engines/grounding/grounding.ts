import type { Project } from '#products/assistants/engines/diagnostics';
import {
  checkText,
  type LocalText,
  optimizerSchema,
  type QuerySchema,
  querySchema,
} from '#products/assistants/engines/metadata';
import { queriesOf } from '#products/assistants/engines/module-queries';
import { type Schema, unknownSchema } from '#products/assistants/engines/optimizer';
import { lineMapOf, nodesOf, type Position, parseQuery } from '#products/assistants/engines/query';
import type { Ground } from './ground.ts';
import { projectOf } from './project-facts.ts';
import { unknownFields } from './query-fields.ts';
import type { UngroundedName } from './ungrounded-name.ts';

/** A configuration as checks of code and queries ask for it. */
export interface Grounding {
  readonly project: Project | undefined;
  readonly schema: Schema;
  /** Names of a module and of the queries in its strings, in the order of the text. */
  unknownInModule(source: string): readonly UngroundedName[];
  /** Names of a query. `positionAt` places its offsets in the text it stands in; its own lines when left out. */
  unknownInQuery(text: string, positionAt?: (offset: number) => Position): readonly UngroundedName[];
  /** Names of prose, and of the code and queries in its fenced blocks. */
  unknownInText(text: string): readonly UngroundedName[];
  /** Objects of the configuration that a module mentions, each once. */
  objectsIn(source: string): readonly LocalText[];
}

/** Nothing is known: nothing is claimed. */
const silent: Grounding = {
  project: undefined,
  schema: unknownSchema,
  unknownInModule: () => [],
  unknownInQuery: () => [],
  unknownInText: () => [],
  objectsIn: () => [],
};

const block = /^```(\S*)[^\n]*\n([\s\S]*?)^```/gmu;
const queryLabels: ReadonlySet<string> = new Set(['sdbl', 'query']);
const codeLabels: ReadonlySet<string> = new Set(['', 'bsl', '1c', '1с', 'os']);

const inOrder = (names: readonly UngroundedName[]): readonly UngroundedName[] =>
  names.toSorted((left, right) => left.line - right.line || left.column - right.column);

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Opens what is known of a configuration; each part is built when it is first asked for. */
export function groundingOf({ graph, facts }: Ground): Grounding {
  // An extension without its configuration, or modules alone: most names are simply not in the project.
  if (graph.objects.every(({ extension, kind }) => extension !== undefined || kind === 'Language'))
    return silent;
  const tables = once((): QuerySchema => querySchema(graph));
  const [project, schema] = [once(() => projectOf(facts)), once(() => optimizerSchema(graph))];
  const objects = once(() => new Map(graph.objects.map(({ fullName }) => [fullName.en, fullName])));

  const fieldsOf = (text: string, positionAt: (offset: number) => Position): readonly UngroundedName[] =>
    unknownFields(parseQuery(text), tables()).map(({ start, end, ...name }) => ({
      ...name,
      what: 'member',
      line: positionAt(start).line,
      column: positionAt(start).column,
      length: end - start,
    }));

  const namedIn = (text: string, kind: 'bsl' | 'text'): readonly UngroundedName[] =>
    checkText(graph, text, kind).unknown.map(({ start, end, ...name }) => ({ ...name, length: end - start }));

  const fieldsOfModule = (source: string): readonly UngroundedName[] =>
    queriesOf('module.bsl', source, true).queries.flatMap(({ text, complete, positionAt }) =>
      complete ? fieldsOf(text, positionAt) : [],
    );

  return {
    get project() {
      return project();
    },
    get schema() {
      return schema();
    },
    unknownInModule(source) {
      return inOrder([...namedIn(source, 'bsl'), ...fieldsOfModule(source)]);
    },
    unknownInText(text) {
      const { positionAt } = lineMapOf(text);
      const fields = [...text.matchAll(block)].flatMap(({ index, 0: whole, 1: label = '', 2: body = '' }) => {
        const start = index + whole.indexOf('\n') + 1;
        const kind = label.toLowerCase();
        if (queryLabels.has(kind)) return fieldsOf(body, (offset) => positionAt(start + offset));
        const { line: above } = positionAt(start);
        return codeLabels.has(kind)
          ? fieldsOfModule(body).map((name) => ({ ...name, line: name.line + above }))
          : [];
      });
      return inOrder([...namedIn(text, 'text'), ...fields]);
    },
    unknownInQuery(text, positionAt = lineMapOf(text).positionAt) {
      // `Документ` may be the name of a table of the query.
      const aliases = new Set(nodesOf(parseQuery(text), 'alias').map(({ name }) => name.name.toLowerCase()));
      const named = checkText(graph, text, 'query').unknown.flatMap(({ start, end, ...name }) =>
        aliases.has(name.text.split('.', 1)[0]?.toLowerCase() ?? '')
          ? []
          : [{ ...name, ...placeOf(positionAt(start)), length: end - start }],
      );
      return inOrder([...named, ...fieldsOf(text, positionAt)]);
    },
    objectsIn(source) {
      const { known } = checkText(graph, source, 'bsl');
      const names = known.flatMap((name) => objects().get(name.split('.').slice(0, 2).join('.')) ?? []);
      return [...new Set(names)];
    },
  };
}

const placeOf = ({ line, column }: Position): { readonly line: number; readonly column: number } => ({
  line,
  column,
});
