import type { Rule } from '../../rule.ts';
import { badWords } from './bad-words.ts';
import { canonicalSpellingKeywords } from './canonical-spelling.ts';
import { codeOutOfRegion } from './code-out-of-region.ts';
import { commentedCode } from './commented-code.ts';
import { consecutiveEmptyLines } from './consecutive-empty-lines.ts';
import {
  exportVariables,
  functionNameStartsWithGet,
  missingVariablesDescription,
  nonExportMethodsInApiRegion,
  publicMethodsDescription,
  reservedParameterNames,
  severalCompilerDirectives,
} from './declarations.ts';
import { usingHardcodeNetworkAddress, usingHardcodePath } from './hardcode.ts';
import { usingHardcodeSecretInformation } from './hardcode-secret.ts';
import { incorrectLineBreak } from './incorrect-line-break.ts';
import { invalidCharacterInFile } from './invalid-character.ts';
import { latinAndCyrillicSymbolInWord } from './latin-and-cyrillic.ts';
import { lineLength } from './line-length.ts';
import { crazyMultilineString, duplicateStringLiteral } from './literals.ts';
import {
  multilingualStringHasAllDeclaredLanguages,
  multilingualStringUsingWithTemplate,
} from './localized-strings.ts';
import { magicDate, magicNumber } from './magic-values.ts';
import { missingParameterDescription, missingReturnedValueDescription } from './method-descriptions.ts';
import { missingSpace } from './missing-space.ts';
import { parseError } from './parse-error.ts';
import { duplicateRegion, emptyRegion, nonStandardRegion } from './regions.ts';
import { extraCommas, usingGoto } from './small-calls.ts';
import { spaceAtStartComment } from './space-at-start-comment.ts';
import { emptyStatement, oneStatementPerLine, semicolonPresence } from './statement-layout.ts';
import { incorrectUseOfStrTemplate } from './str-template.ts';
import { unknownPreprocessorSymbol } from './unknown-preprocessor-symbol.ts';
import { usingServiceTag } from './using-service-tag.ts';
import { usageWriteLogEvent } from './write-log-event.ts';
import { yoLetterUsage } from './yo-letter.ts';

const ofText: readonly Rule[] = [
  parseError,
  badWords,
  canonicalSpellingKeywords,
  commentedCode,
  consecutiveEmptyLines,
  incorrectLineBreak,
  invalidCharacterInFile,
  lineLength,
  missingSpace,
  spaceAtStartComment,
  usingServiceTag,
  yoLetterUsage,
];

const ofCode: readonly Rule[] = [
  codeOutOfRegion,
  crazyMultilineString,
  duplicateRegion,
  duplicateStringLiteral,
  emptyRegion,
  emptyStatement,
  exportVariables,
  extraCommas,
  functionNameStartsWithGet,
  incorrectUseOfStrTemplate,
  latinAndCyrillicSymbolInWord,
  magicDate,
  magicNumber,
  missingParameterDescription,
  missingReturnedValueDescription,
  missingVariablesDescription,
  multilingualStringHasAllDeclaredLanguages,
  multilingualStringUsingWithTemplate,
  nonExportMethodsInApiRegion,
  nonStandardRegion,
  oneStatementPerLine,
  publicMethodsDescription,
  reservedParameterNames,
  semicolonPresence,
  severalCompilerDirectives,
  unknownPreprocessorSymbol,
  usageWriteLogEvent,
  usingGoto,
  usingHardcodeNetworkAddress,
  usingHardcodePath,
  usingHardcodeSecretInformation,
];

/** Rules about the text and rules about the code that was read. */
export const textRules: readonly Rule[] = [...ofText, ...ofCode];
