/** A task in a list of names. */
export const taskLabel = ({ id, name }: { readonly id: string; readonly name: string }): string =>
  `${id} ${name}`.trim();
