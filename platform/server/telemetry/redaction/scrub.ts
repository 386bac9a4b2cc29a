interface Secret {
  readonly pattern: RegExp;
  readonly replacement: string;
}

// Every quantifier is bounded or runs over one character class, so that matching stays linear on hostile text.
const secrets: readonly Secret[] = [
  { pattern: /-----BEGIN [A-Z ]{1,40}-----[^-]*(?:-----END [A-Z ]{1,40}-----)?/g, replacement: '[key]' },
  { pattern: /\beyJ[\w-]{8,}(?:\.[\w-]*){0,2}/g, replacement: '[jwt]' },
  {
    pattern: /\b(bearer|basic|apikey|token)(\s{1,4})[\w.~+/=-]{8,}/gi,
    replacement: '$1$2[redacted]',
  },
  { pattern: /\bqt_[\w-]{4,}/g, replacement: '[api key]' },
  { pattern: /\b(?:sk|pk|rk|whsec|xox[abp])[-_][\w-]{8,}/g, replacement: '[api key]' },
  { pattern: /\bAIza[\w-]{20,}/g, replacement: '[api key]' },
  { pattern: /(?<!\d)\d{6,12}:[\w-]{30,}/g, replacement: '[bot token]' },
  { pattern: /(:\/\/)[^\s/@"'<>]{1,256}@/g, replacement: '$1[credentials]@' },
  {
    pattern:
      /([?&](?:access_token|refresh_token|id_token|token|api_?key|key|code|secret|password|state|signature|x-amz-signature)=)[^\s&"'#]{1,}/gi,
    replacement: '$1[redacted]',
  },
  {
    pattern:
      /(?<![a-z\d])((?:password|passwd|secret|api_?key|access_token|refresh_token|authorization|cookie)["']?\s{0,4}[:=]\s{0,4})(?:"[^"]*"?|'[^']*'?|[^\s,;&"']+)/gi,
    replacement: '$1[redacted]',
  },
  {
    pattern: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu,
    replacement: '[e-mail]',
  },
];

// None of the patterns can match without one of these; most log texts have none and pay for one scan.
const suspicious =
  /eyJ|@|[?&]|\d:|qt_|sk[-_]|pk[-_]|rk[-_]|whsec|xox|AIza|-----|bearer|basic|api_?key|token|passw|secret|authorization|cookie/i;

/** Texts are cut here before they are searched: a log line is no place for more. */
export const longestText = 8_192;

/**
 * Replaces what looks like a credential or an e-mail address: JWTs, bearer tokens, API keys of this and other
 * services, bot tokens, private keys, credentials in URLs and in `name=value` pairs.
 */
export function scrub(text: string): string {
  const cut = text.length > longestText ? `${text.slice(0, longestText)}… (${text.length} characters)` : text;
  if (!suspicious.test(cut)) return cut;
  return secrets.reduce((rest, { pattern, replacement }) => rest.replace(pattern, replacement), cut);
}
