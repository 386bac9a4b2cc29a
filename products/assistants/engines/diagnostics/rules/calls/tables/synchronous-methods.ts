/** Methods that stop the client until they are done, and what replaces them; in Russian and in English. */
type Pair = readonly [method: string, replacement: string];

const modal: readonly Pair[] = [
  ['Вопрос', 'ПоказатьВопрос'],
  ['DoQueryBox', 'ShowQueryBox'],
  ['ОткрытьФормуМодально', 'ОткрытьФорму'],
  ['OpenFormModal', 'OpenForm'],
  ['ОткрытьЗначение', 'ПоказатьЗначение'],
  ['OpenValue', 'ShowValue'],
  ['Предупреждение', 'ПоказатьПредупреждение'],
  ['DoMessageBox', 'ShowMessageBox'],
  ['ВвестиДату', 'ПоказатьВводДаты'],
  ['InputDate', 'ShowInputDate'],
  ['ВвестиЗначение', 'ПоказатьВводЗначения'],
  ['InputValue', 'ShowInputValue'],
  ['ВвестиСтроку', 'ПоказатьВводСтроки'],
  ['InputString', 'ShowInputString'],
  ['ВвестиЧисло', 'ПоказатьВводЧисла'],
  ['InputNumber', 'ShowInputNumber'],
  ['УстановитьВнешнююКомпоненту', 'НачатьУстановкуВнешнейКомпоненты'],
  ['InstallAddIn', 'BeginInstallAddIn'],
  ['УстановитьРасширениеРаботыСФайлами', 'НачатьУстановкуРасширенияРаботыСФайлами'],
  ['InstallFileSystemExtension', 'BeginInstallFileSystemExtension'],
  ['УстановитьРасширениеРаботыСКриптографией', 'НачатьУстановкуРасширенияРаботыСКриптографией'],
  ['InstallCryptoExtension', 'BeginInstallCryptoExtension'],
  ['ПоместитьФайл', 'НачатьПомещениеФайла'],
  ['PutFile', 'BeginPutFile'],
];

const others: readonly Pair[] = [
  ['ПодключитьРасширениеРаботыСКриптографией', 'НачатьПодключениеРасширенияРаботыСКриптографией'],
  ['AttachCryptoExtension', 'BeginAttachingCryptoExtension'],
  ['ПодключитьРасширениеРаботыСФайлами', 'НачатьПодключениеРасширенияРаботыСФайлами'],
  ['AttachFileSystemExtension', 'BeginAttachingFileSystemExtension'],
  ['КопироватьФайл', 'НачатьКопированиеФайла'],
  ['FileCopy', 'BeginCopyingFile'],
  ['ПереместитьФайл', 'НачатьПеремещениеФайла'],
  ['MoveFile', 'BeginMovingFile'],
  ['НайтиФайлы', 'НачатьПоискФайлов'],
  ['FindFiles', 'BeginFindingFiles'],
  ['УдалитьФайлы', 'НачатьУдалениеФайлов'],
  ['DeleteFiles', 'BeginDeletingFiles'],
  ['СоздатьКаталог', 'НачатьСозданиеКаталога'],
  ['CreateDirectory', 'BeginCreatingDirectory'],
  ['КаталогВременныхФайлов', 'НачатьПолучениеКаталогаВременныхФайлов'],
  ['TempFilesDir', 'BeginGettingTempFilesDir'],
  ['КаталогДокументов', 'НачатьПолучениеКаталогаДокументов'],
  ['DocumentsDir', 'BeginGettingDocumentsDir'],
  ['РабочийКаталогДанныхПользователя', 'НачатьПолучениеРабочегоКаталогаДанныхПользователя'],
  ['UserDataWorkDir', 'BeginGettingUserDataWorkDir'],
  ['ПолучитьФайлы', 'НачатьПолучениеФайлов'],
  ['GetFiles', 'BeginGettingFiles'],
  ['ПоместитьФайлы', 'НачатьПомещениеФайлов'],
  ['PutFiles', 'BeginPuttingFiles'],
  ['ЗапроситьРазрешениеПользователя', 'НачатьЗапросРазрешенияПользователя'],
  ['RequestUserPermission', 'BeginRequestingUserPermission'],
  ['ЗапуститьПриложение', 'НачатьЗапускПриложения'],
  ['RunApp', 'BeginRunningApplication'],
];

const byKey = (pairs: readonly Pair[]): ReadonlyMap<string, string> =>
  new Map(pairs.map(([method, replacement]) => [method.toLowerCase(), replacement]));

/** Methods that open a modal window, lower case. */
export const modalMethods = byKey(modal);

/** All methods that wait, the modal ones included. */
export const synchronousMethods = byKey([...modal, ...others]);
