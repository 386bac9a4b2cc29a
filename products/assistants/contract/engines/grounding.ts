import { type Static, Type } from 'typebox';
import { Id } from '#platform/contract';
import { Range, Words } from './shapes.ts';

/** A project of the company: its newest version grounds the answer. */
export const GroundingProject = Type.Optional(Id);

export const groundingRefusals = ['assistants.project_not_found', 'assistants.project_empty'] as const;

/** A name that the project's configuration does not have. */
export const UnknownName = Type.Object({
  /** As written, up to the unknown word. */
  text: Type.String(),
  /** An object of the configuration, or an attribute, field or value of one. */
  what: Type.Enum(['object', 'member']),
  /** The unknown word in the text that was sent. */
  range: Range,
  /** Names of the configuration that may have been meant. */
  suggestions: Type.Array(Type.String()),
  message: Words,
});

export type UnknownName = Static<typeof UnknownName>;

/** In the order of the text, at most 200; absent without a project. */
export const UnknownNames = Type.Optional(Type.Array(UnknownName));
