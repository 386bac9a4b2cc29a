import type { ComponentType } from 'react';
import type { Permission } from '#platform/contract';
import type { Localized, Texts } from '../i18n/texts.ts';

/**
 * Who may open a screen. `anonymous`: only who is not signed in (sign-in pages); a signed-in person is sent on to
 * where they were going.
 */
export type ScreenAccess =
  | 'public'
  | 'anonymous'
  | 'signed-in'
  | { readonly permission: Permission }
  | { readonly anyOf: readonly Permission[] };

/** An icon of `@mui/icons-material`, imported by its own path. */
export type IconType = ComponentType<{ readonly fontSize?: 'small' | 'medium' | 'inherit' | 'large' }>;

export interface ScreenNav {
  readonly icon: IconType;
  /** Smaller comes first, across modules too. */
  readonly order: number;
  /** `module` (default): under the module's title. `account`: in the account menu. `administration`: its own group. */
  readonly section?: 'module' | 'account' | 'administration';
}

export interface ScreenDefinition {
  /** React Router path below `/app`: `/memory/:id`. */
  readonly path: string;
  readonly title: Localized;
  readonly access: ScreenAccess;
  readonly nav?: ScreenNav;
  /**
   * `page` (default): a column that scrolls. `canvas`: the whole area, the screen scrolls by itself (chats, graphs).
   * `bare`: a card in the middle without navigation (sign-in).
   */
  readonly layout?: 'page' | 'canvas' | 'bare';
  /** Loads the screen's component when it is first opened. */
  readonly load: () => Promise<ComponentType>;
}

/** What to do about a refusal that may meet a person on any page, other modules' among them. */
export interface Remedy {
  /** `module.reason`. */
  readonly code: string;
  readonly text: Localized;
  readonly action: Localized;
  /** The screen that helps: its path, made of what the refusal told and the path the person stands at. */
  readonly path: (told: Readonly<Record<string, unknown>>, from: string) => string;
}

/** A way to sign in besides address and password, offered on the sign-in page. */
export interface SignInWay {
  readonly title: Localized;
  /** A screen open to everybody; it receives `?from=` with the path to go on to. */
  readonly path: string;
}

/** What a module shows in the browser. */
export interface WebModule {
  readonly name: string;
  readonly title: Localized;
  /** One sentence for the start page; modules without one get no card there. */
  readonly summary?: Localized;
  readonly icon?: IconType;
  /** Every namespace the module's screens read. */
  readonly texts?: readonly Texts<object>[];
  readonly screens: readonly ScreenDefinition[];
  /** What the module writes into the audit log (`module.what_happened`), in words. */
  readonly auditActions?: Readonly<Record<string, Localized>>;
  readonly remedies?: readonly Remedy[];
  readonly signInWays?: readonly SignInWay[];
  /** A small control beside the brand, for signed-in people on every screen (a bell with a count); at most 40 px square. */
  readonly appBar?: { readonly load: () => Promise<ComponentType> };
}

/** Describes a screen; nothing is loaded until somebody opens it. */
export function defineScreen(screen: ScreenDefinition): ScreenDefinition {
  return screen;
}

/** Describes a module's part of the web application. */
export function defineWebModule(module: WebModule): WebModule {
  return module;
}
