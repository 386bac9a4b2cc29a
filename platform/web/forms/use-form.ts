import { type FormEvent, useCallback, useRef, useState } from 'react';
import type { Static, TObject } from 'typebox';
import { type ApiProblem, asProblem } from '../api/problem.ts';
import { conforms, type Fault, type Faults, faultsOf, fieldOf, tidy } from './violations.rules.ts';

/** The names of a form's fields. */
export type FieldName<Schema extends TObject> = keyof Static<Schema> & string;

export interface FormOptions<Schema extends TObject> {
  /** Usually a route's body: the form then accepts exactly what the server does. */
  readonly schema: Schema;
  readonly initial: Partial<Static<Schema>>;
  /** Sends the valid values. Its rejection is shown: field faults at their fields, the rest in `problem`. */
  readonly submit: (values: Static<Schema>) => unknown;
}

export interface FormHandle<Schema extends TObject> {
  readonly schema: Schema;
  readonly values: Readonly<Partial<Static<Schema>>>;
  /** A problem that belongs to no field. */
  readonly problem: ApiProblem | null;
  readonly isSubmitting: boolean;
  faultOf(name: FieldName<Schema>): Fault | undefined;
  set<Name extends FieldName<Schema>>(name: Name, value: unknown): void;
  /** The field lost focus: from now on its fault is shown. */
  leave(name: FieldName<Schema>): void;
  submit(event?: FormEvent<HTMLFormElement>): Promise<void>;
  reset(values?: Partial<Static<Schema>>): void;
}

const focusFirst = (form: HTMLFormElement | undefined, faults: Faults): void => {
  if (form === undefined) return;
  for (const element of form.elements) {
    if ('name' in element && typeof element.name === 'string' && element.name in faults) {
      if (element instanceof HTMLElement) element.focus();
      return;
    }
  }
};

/** Faults the server found at known fields; null when any of them belongs to no field of the form. */
function toldFaults(problem: ApiProblem, schema: TObject): Faults | null {
  if (problem.fields.length === 0) return null;
  const faults: Record<string, Fault> = {};
  for (const { pointer, message } of problem.fields) {
    const name = fieldOf(pointer);
    if (name === undefined || !(name in schema.properties)) return null;
    faults[name] ??= { kind: 'told', text: message };
  }
  return faults;
}

/** A form over a contract's schema: validates a field after it is left, everything on submit. */
export function useForm<Schema extends TObject>(options: FormOptions<Schema>): FormHandle<Schema> {
  const { schema, initial, submit: send } = options;
  const [values, setValues] = useState<Partial<Static<Schema>>>(initial);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<Faults>({});
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isSubmitting, setSubmitting] = useState(false);
  const running = useRef(false);
  const found = faultsOf(schema, tidy(schema, { ...values }));

  const reset = useCallback(
    (next: Partial<Static<Schema>> = initial): void => {
      setValues(next);
      setTouched(new Set());
      setTold({});
      setProblem(null);
    },
    [initial],
  );

  const submit = async (event?: FormEvent<HTMLFormElement>): Promise<void> => {
    event?.preventDefault();
    if (running.current) return;
    const form = event?.currentTarget;
    const tidied = tidy(schema, { ...values });
    setTouched(new Set(Object.keys(schema.properties)));
    setTold({});
    setProblem(null);
    if (!conforms(schema, tidied)) {
      focusFirst(form, found);
      return;
    }
    running.current = true;
    setSubmitting(true);
    try {
      await send(tidied);
    } catch (error) {
      const fault = asProblem(error);
      const fields = toldFaults(fault, schema);
      if (fields === null) setProblem(fault);
      else {
        setTold(fields);
        focusFirst(form, fields);
      }
    } finally {
      running.current = false;
      setSubmitting(false);
    }
  };

  return {
    schema,
    values,
    problem,
    isSubmitting,
    faultOf: (name) => told[name] ?? (touched.has(name) ? found[name] : undefined),
    set(name, value) {
      setValues((before) => ({ ...before, [name]: value }));
      setTold(({ [name]: _gone, ...rest }) => rest);
    },
    leave: (name) => {
      const value = values[name];
      if (value === undefined || value === '') return;
      setTouched((before) => (before.has(name) ? before : new Set([...before, name])));
    },
    submit,
    reset,
  };
}
