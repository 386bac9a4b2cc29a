import { Check, Errors } from 'typebox/value';
import { done, type Outcome, refused } from '../outcome.ts';
import { checkDiagram } from './check-diagram.ts';
import { type Diagram, type DiagramKind, diagramSchemas } from './diagram.ts';

function isKind(kind: unknown): kind is DiagramKind {
  return typeof kind === 'string' && Object.hasOwn(diagramSchemas, kind);
}

/**
 * Takes an unknown value (parsed JSON) for a model.
 * Refuses with `diagrams.invalid_model` and the place of the fault, then as `checkDiagram` does.
 */
export function readDiagram(value: unknown): Outcome<Diagram> {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  if (!isKind(kind)) {
    const kinds = Object.keys(diagramSchemas).join(', ');
    return refused(
      'diagrams.invalid_model',
      `В поле kind должен быть вид диаграммы: ${kinds}.`,
      `The field kind must name a kind of diagram: ${kinds}.`,
      '/kind',
    );
  }
  if (!Check(diagramSchemas[kind], value)) {
    const first = Errors(diagramSchemas[kind], value)[0];
    const place = first?.instancePath || '/';
    return refused(
      'diagrams.invalid_model',
      `Модель не подходит под схему: ${place}: ${first?.message ?? ''}`,
      `The model does not fit its schema: ${place}: ${first?.message ?? ''}`,
      place,
    );
  }
  const diagram = value as Diagram;
  const fault = checkDiagram(diagram);
  return fault ?? done(diagram);
}
