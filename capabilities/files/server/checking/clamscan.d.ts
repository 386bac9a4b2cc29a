/** It has no types of its own; what is used of it is checked where it is used. */
declare module 'clamscan' {
  const library: unknown;
  export = library;
}
