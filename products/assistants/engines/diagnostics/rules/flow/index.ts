import type { Rule } from '../../rule.ts';
import { allFunctionPathMustHaveReturn } from './all-paths-return.ts';
import { codeAfterAsyncCall } from './code-after-async-call.ts';
import { codeBlockBeforeSub } from './code-before-methods.ts';
import { deletingCollectionItem, selfInsertion, useLessForEach } from './collections.ts';
import { compareWithBoolean, doubleNegatives } from './comparisons.ts';
import { cognitiveComplexity, cyclomaticComplexity } from './complexity-rules.ts';
import {
  ifConditionComplexity,
  ifElseDuplicatedCodeBlock,
  ifElseDuplicatedCondition,
  ifElseIfEndsWithElse,
} from './conditions.ts';
import { duplicatedInsertionIntoCollection } from './duplicated-insertion.ts';
import { emptyCodeBlock, missingCodeTryCatchEx } from './empty-blocks.ts';
import { identicalExpressions } from './identical-expressions.ts';
import { nestedFunctionInParameters } from './nested-function.ts';
import { methodSize, nestedStatements } from './nesting.ts';
import { numberOfOptionalParams, numberOfParams, orderOfParams } from './parameter-lists.ts';
import { functionOutParameter, unusedParameters, usingCancelParameter } from './parameter-use.ts';
import {
  functionReturnsSamePrimitive,
  functionShouldHaveReturn,
  procedureReturnsValue,
  tooManyReturns,
} from './returns.ts';
import { selfAssign } from './self-assign.ts';
import {
  thisObjectAssign,
  tryNumber,
  unaryPlusInConcatenation,
  usingExternalCodeTools,
} from './small-checks.ts';
import {
  nestedConstructorsInStructureDeclaration,
  numberOfValuesInStructureConstructor,
} from './structures.ts';
import { nestedTernaryOperator, ternaryOperatorUsage, uselessTernaryOperator } from './ternaries.ts';
import {
  beginTransactionBeforeTryCatch,
  commitTransactionOutsideTryCatch,
  pairingBrokenTransaction,
  wrongUseOfRollbackTransactionMethod,
} from './transactions.ts';
import { unreachableCode } from './unreachable-code.ts';
import { unusedLocalMethod } from './unused-local-method.ts';
import { commonModuleAssign, rewriteMethodParameter, unusedLocalVariable } from './variables.ts';

export const flowRules: readonly Rule[] = [
  allFunctionPathMustHaveReturn,
  beginTransactionBeforeTryCatch,
  codeAfterAsyncCall,
  codeBlockBeforeSub,
  cognitiveComplexity,
  commitTransactionOutsideTryCatch,
  commonModuleAssign,
  compareWithBoolean,
  cyclomaticComplexity,
  deletingCollectionItem,
  doubleNegatives,
  duplicatedInsertionIntoCollection,
  emptyCodeBlock,
  functionOutParameter,
  functionReturnsSamePrimitive,
  functionShouldHaveReturn,
  identicalExpressions,
  ifConditionComplexity,
  ifElseDuplicatedCodeBlock,
  ifElseDuplicatedCondition,
  ifElseIfEndsWithElse,
  methodSize,
  missingCodeTryCatchEx,
  nestedConstructorsInStructureDeclaration,
  nestedFunctionInParameters,
  nestedStatements,
  nestedTernaryOperator,
  numberOfOptionalParams,
  numberOfParams,
  numberOfValuesInStructureConstructor,
  orderOfParams,
  pairingBrokenTransaction,
  procedureReturnsValue,
  rewriteMethodParameter,
  selfAssign,
  selfInsertion,
  ternaryOperatorUsage,
  thisObjectAssign,
  tooManyReturns,
  tryNumber,
  unaryPlusInConcatenation,
  unreachableCode,
  unusedLocalMethod,
  unusedLocalVariable,
  unusedParameters,
  useLessForEach,
  uselessTernaryOperator,
  usingCancelParameter,
  usingExternalCodeTools,
  wrongUseOfRollbackTransactionMethod,
];
