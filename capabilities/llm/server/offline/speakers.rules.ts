/** Whose words a passage holds, as its title or a line's prefix tells. */
export type Speaker =
  | { readonly kind: 'user' }
  | { readonly kind: 'agent' }
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'source'; readonly title: string };

const PERSON = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}$/u;
const MAX_TITLE = 80;

/** Tells people, the two sides of the conversation and other sources apart. */
export function speakerOf(title: string | undefined): Speaker | undefined {
  const name = title?.replaceAll(/[\s“”«»]+/g, ' ').trim() ?? '';
  if (name === '') return undefined;
  if (/^(?:user|you|me|human|пользователь|вы|я)$/iu.test(name)) return { kind: 'user' };
  if (/^(?:assistant|agent|bot|ассистент|агент|бот)$/iu.test(name)) return { kind: 'agent' };
  if (PERSON.test(name)) return { kind: 'person', name };
  return { kind: 'source', title: name.slice(0, MAX_TITLE).toWellFormed() };
}

/** The words a speaker may be asked for by. */
export function nameOf(speaker: Speaker | undefined): string {
  switch (speaker?.kind) {
    case 'person':
      return speaker.name;
    case 'source':
      return speaker.title;
    case 'user':
    case 'agent':
    case undefined:
      return '';
    default: {
      const unknown: never = speaker;
      return unknown;
    }
  }
}
