/** Turns texts into vectors. What the module needs of a language model provider for search. */
export interface Embedder {
  /** Name of the model that would answer; undefined when none is configured. */
  model(): string | undefined;
  /** Vectors in the order of the texts; undefined when none is configured. Throws when the provider fails. */
  embed(
    texts: readonly string[],
    ownerId: string,
    signal?: AbortSignal,
  ): Promise<{ readonly vectors: readonly Float32Array[]; readonly model: string } | undefined>;
}

/** Writes summaries in its own words. */
export interface Summariser {
  /** False: summaries are put together from the sources' own sentences. */
  available(): boolean;
  /** One paragraph about the texts; undefined when the model could not. */
  summarise(texts: readonly string[], ownerId: string, signal?: AbortSignal): Promise<string | undefined>;
}
