// Names are compared word by word, so `accessToken`, `access_token` and `X-Access-Token` are one,
// `context` is not `text`, and `status_code` is not `code`.

/** Hidden when they are the whole name. */
const secretNames: ReadonlySet<string> = new Set([
  ...[
    'code',
    'codes',
    'otp',
    'totp',
    'pin',
    'auth',
    'pass',
    'ticket',
    'nonce',
    'salt',
    'dsn',
    'jwt',
    'signature',
  ],
]);

/** Hidden when they are the last word or the last two words of a name. */
const secretEndings: ReadonlySet<string> = new Set([
  ...['password', 'passwd', 'pwd', 'passphrase', 'secret', 'secrets', 'credential', 'credentials', 'bearer'],
  ...[
    'token',
    'authorization',
    'cookie',
    'cookies',
    'verifier',
    'apikey',
    'apikeys',
    'privatekey',
    'secretkey',
  ],
  ...[
    'signingkey',
    'accesskey',
    'verificationcode',
    'recoverycode',
    'recoverycodes',
    'resetcode',
    'authcode',
  ],
  ...['confirmationcode', 'logincode', 'connectionstring', 'databaseurl', 'redisurl', 'smtpurl'],
]);

/** What people write, who they are, and the values of rows; numbers under these names are counts and stay. */
const personalEndings: ReadonlySet<string> = new Set([
  ...['text', 'texts', 'content', 'contents', 'body', 'prompt', 'prompts', 'message', 'messages', 'question'],
  ...[
    'answer',
    'reply',
    'completion',
    'transcript',
    'caption',
    'html',
    'snippet',
    'excerpt',
    'passage',
    'passages',
  ],
  ...['email', 'emails', 'mail', 'phone', 'phonenumber', 'birthdate'],
]);

const personalNames: ReadonlySet<string> = new Set([
  ...[
    'response',
    'summary',
    'note',
    'notes',
    'comment',
    'input',
    'output',
    'query',
    'payload',
    'subject',
    'address',
  ],
  ...['values', 'parameters', 'params', 'detail'],
]);

export type Sensitivity = 'open' | 'personal' | 'secret';

function wordsOf(key: string): readonly string[] {
  return key
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}

/** Tells what a field of this name may hold. */
export function sensitivityOf(key: string): Sensitivity {
  const words = wordsOf(key.slice(0, 200));
  const whole = words.join('');
  const endings = [words.at(-1) ?? '', words.slice(-2).join('')];
  if (secretNames.has(whole) || endings.some((ending) => secretEndings.has(ending))) return 'secret';
  if (personalNames.has(whole) || endings.some((ending) => personalEndings.has(ending))) return 'personal';
  return 'open';
}
