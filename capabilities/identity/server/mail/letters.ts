import type { Mail } from '#platform/server/outbound';

/** What this module writes to people. */
export type Letter =
  | { readonly kind: 'verify_email'; readonly code: string; readonly minutes: number }
  | { readonly kind: 'reset_password'; readonly code: string; readonly minutes: number }
  | { readonly kind: 'already_registered' }
  | { readonly kind: 'password_changed' }
  | { readonly kind: 'session_theft' };

/** A letter of another module, already in the person's language. */
export interface Notice {
  readonly kind: 'notice';
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

type Text = readonly [subject: string, text: string];

function english(letter: Letter): Text {
  switch (letter.kind) {
    case 'verify_email':
      return [
        'Your confirmation code',
        `Your code is ${letter.code}. It is valid for ${letter.minutes} minutes.\n\nIf you did not ask for an account, ignore this message.`,
      ];
    case 'reset_password':
      return [
        'Password reset code',
        `Your code to set a new password is ${letter.code}. It is valid for ${letter.minutes} minutes.\n\nIf you did not ask for it, ignore this message: your password stays as it is.`,
      ];
    case 'already_registered':
      return [
        'You already have an account',
        'Somebody asked for a new account with this address, but it has one already. Sign in with your password, or reset it if you forgot it.\n\nIf it was not you, there is nothing to do.',
      ];
    case 'password_changed':
      return [
        'Your password was changed',
        'The password of your account was changed and other devices were signed out.\n\nIf it was not you, reset your password at once.',
      ];
    case 'session_theft':
      return [
        'A device was signed out for safety',
        'A sign-in of your account was used twice from copies of the same key, so we ended that session.\n\nSign in again. If you see a device you do not know among your sessions, sign it out and change your password.',
      ];
    default:
      return letter satisfies never;
  }
}

function russian(letter: Letter): Text {
  switch (letter.kind) {
    case 'verify_email':
      return [
        'Код подтверждения',
        `Ваш код: ${letter.code}. Он действует ${letter.minutes} минут.\n\nЕсли вы не создавали учётную запись, не отвечайте на это письмо.`,
      ];
    case 'reset_password':
      return [
        'Код для смены пароля',
        `Код для нового пароля: ${letter.code}. Он действует ${letter.minutes} минут.\n\nЕсли вы его не запрашивали, ничего не делайте: пароль останется прежним.`,
      ];
    case 'already_registered':
      return [
        'У вас уже есть учётная запись',
        'Кто-то запросил новую учётную запись на этот адрес, но она уже существует. Войдите с паролем или восстановите его, если забыли.\n\nЕсли это были не вы, ничего делать не нужно.',
      ];
    case 'password_changed':
      return [
        'Пароль изменён',
        'Пароль вашей учётной записи изменён, остальные устройства отключены.\n\nЕсли это сделали не вы, немедленно восстановите пароль.',
      ];
    case 'session_theft':
      return [
        'Сеанс завершён для безопасности',
        'Один из входов в вашу учётную запись использован дважды с копией того же ключа, поэтому мы завершили этот сеанс.\n\nВойдите снова. Если среди сеансов есть незнакомое устройство, отключите его и смените пароль.',
      ];
    default:
      return letter satisfies never;
  }
}

export function compose(to: string, locale: 'ru' | 'en', letter: Letter | Notice): Mail {
  if (letter.kind === 'notice') {
    const { kind: _kind, ...content } = letter;
    return { to, ...content };
  }
  const [subject, text] = locale === 'ru' ? russian(letter) : english(letter);
  return { to, subject, text };
}
