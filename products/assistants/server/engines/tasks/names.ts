import type { UnknownName } from '../../../contract/index.ts';
import { openGround, type PackedGround } from './ground.ts';
import type { Task } from './task.ts';
import { wireNames } from './unknown-names.ts';

export interface NamesInTextInput {
  /** Prose with fenced blocks of code and queries. */
  readonly text: string;
  readonly ground: PackedGround;
}

/** Names of a text that the configuration does not have. */
export const namesInText: Task<NamesInTextInput, UnknownName[]> = ({ text, ground }) =>
  wireNames(openGround(ground)?.unknownInText(text) ?? []);
