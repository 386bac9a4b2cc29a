export { lastCodeTo, lettersTo, type SentLetter } from './letters.ts';
export {
  identityOf,
  send,
  signedInPerson,
  type TestAnswer,
  type TestPerson,
  type TestPersonOptions,
  type TestRequest,
  testPassword,
} from './people.ts';
export {
  type DoublePerson,
  type Misbehaviour,
  type ProviderDouble,
  startProviderDouble,
} from './provider-double.ts';
