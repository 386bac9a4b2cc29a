import type { Rule } from '../../rule.ts';
import { queryAttributeByReference } from './attribute-reads.ts';
import { excessiveAutoTestCheck } from './auto-test.ts';
import { internetAccess, styleElementConstructors, useSystemInformation } from './constructors.ts';
import { deprecatedAttributes8312 } from './deprecated-8312.ts';
import { badExceptionCategory } from './exception-category.ts';
import { executeExternalCode, executeExternalCodeInCommonModule } from './executed-code.ts';
import { unsafeFindByCode, usingFindElementByString } from './find-by-string.ts';
import {
  disableSafeMode,
  formDataToValue,
  osUsersMethod,
  setPrivilegedMode,
  wrongUseFunctionProceedWithCall,
} from './guarded-calls.ts';
import { deprecatedMethodCall, missedRequiredParameter } from './local-calls.ts';
import { deprecatedTypeManagedForm } from './managed-form-type.ts';
import { globalContextMethodCollision8312 } from './method-collisions.ts';
import {
  deprecatedCurrentDate,
  deprecatedFind,
  deprecatedMessage,
  getFormMethod,
  tempFilesDir,
} from './outdated-calls.ts';
import { externalAppStarting, fileSystemAccess } from './outside-access.ts';
import { createQueryInCycle } from './queries-in-loops.ts';
import { assignToReadOnlyProperty } from './read-only-properties.ts';
import { isInRoleMethod } from './role-checks.ts';
import { unsafeSafeModeMethodCall } from './safe-mode.ts';
import { missingTemporaryFileDeletion } from './temporary-files.ts';
import { missingTempStorageDeletion } from './temporary-storage.ts';
import { usingThisForm } from './this-form.ts';
import { timeoutsInExternalResources } from './timeouts.ts';
import { unavailableMemberCall } from './unavailable-members.ts';
import { usingObjectNotAvailableUnix } from './unix.ts';
import { unknownMember } from './unknown-member.ts';
import { usingModalWindows, usingSynchronousCalls } from './waiting-calls.ts';

export const callsRules: readonly Rule[] = [
  assignToReadOnlyProperty,
  badExceptionCategory,
  createQueryInCycle,
  deprecatedAttributes8312,
  deprecatedCurrentDate,
  deprecatedFind,
  deprecatedMessage,
  deprecatedMethodCall,
  deprecatedTypeManagedForm,
  disableSafeMode,
  excessiveAutoTestCheck,
  executeExternalCode,
  executeExternalCodeInCommonModule,
  externalAppStarting,
  fileSystemAccess,
  formDataToValue,
  getFormMethod,
  globalContextMethodCollision8312,
  internetAccess,
  isInRoleMethod,
  missedRequiredParameter,
  missingTempStorageDeletion,
  missingTemporaryFileDeletion,
  osUsersMethod,
  queryAttributeByReference,
  setPrivilegedMode,
  styleElementConstructors,
  tempFilesDir,
  timeoutsInExternalResources,
  unavailableMemberCall,
  unknownMember,
  unsafeFindByCode,
  unsafeSafeModeMethodCall,
  useSystemInformation,
  usingFindElementByString,
  usingModalWindows,
  usingObjectNotAvailableUnix,
  usingSynchronousCalls,
  usingThisForm,
  wrongUseFunctionProceedWithCall,
];
