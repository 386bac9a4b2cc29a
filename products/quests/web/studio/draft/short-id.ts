import { newId } from '#base/ids';

/** A name for an option, an item or a hint: of chance, so that it tells nothing about the right order. */
export const shortId = (): string => newId().slice(-10);
