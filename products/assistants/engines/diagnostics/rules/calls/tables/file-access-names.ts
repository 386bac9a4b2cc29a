/** Types whose objects read or write files. */
export const fileTypes = [
  'File|Файл|xBase|BinaryData|ДвоичныеДанные|TextExtraction|ИзвлечениеТекста',
  'HTMLWriter|ЗаписьHTML|HTMLReader|ЧтениеHTML|XSLTransform|ПреобразованиеXSL',
  'FastInfosetReader|ЧтениеFastInfoset|FastInfosetWriter|ЗаписьFastInfoset',
  'ZipFileWriter|ЗаписьZipФайла|ZipFileReader|ЧтениеZipФайла',
  'TextReader|ЧтениеТекста|TextWriter|ЗаписьТекста',
  'FileStream|ФайловыйПоток|FileStreamsManager|МенеджерФайловыхПотоков',
  'DataWriter|ЗаписьДанных|DataReader|ЧтениеДанных',
].join('|');

/** Methods of the global context that touch the file system. */
export const fileMethods = [
  'ЗначениеВФайл|ValueToFile|КопироватьФайл|FileCopy|ПереместитьФайл|MoveFile|УдалитьФайлы|DeleteFiles',
  'ОбъединитьФайлы|MergeFiles|РазделитьФайл|SplitFile|СоздатьКаталог|CreateDirectory',
  'КаталогПрограммы|BinDir|КаталогВременныхФайлов|TempFilesDir|КаталогДокументов|DocumentsDir',
  'РабочийКаталогДанныхПользователя|UserDataWorkDir',
  'НачатьПодключениеРасширенияРаботыСФайлами|BeginAttachingFileSystemExtension',
  'НачатьУстановкуРасширенияРаботыСФайлами|BeginInstallFileSystemExtension',
  'УстановитьРасширениеРаботыСФайлами|InstallFileSystemExtension',
  'УстановитьРасширениеРаботыСФайламиАсинх|InstallFileSystemExtensionAsync',
  'ПодключитьРасширениеРаботыСФайламиАсинх|AttachFileSystemExtensionAsync',
  'КаталогВременныхФайловАсинх|TempFilesDirAsync|КаталогДокументовАсинх|DocumentsDirAsync',
  'РабочийКаталогДанныхПользователяАсинх|UserDataWorkDirAsync',
  'НачатьПолучениеКаталогаВременныхФайлов|BeginGettingTempFilesDir',
  'НачатьПолучениеКаталогаДокументов|BeginGettingDocumentsDir',
  'НачатьПолучениеРабочегоКаталогаДанныхПользователя|BeginGettingUserDataWorkDir',
  'КопироватьФайлАсинх|CopyFileAsync|ПереместитьФайлАсинх|MoveFileAsync|НайтиФайлыАсинх|FindFilesAsync',
  'УдалитьФайлыАсинх|DeleteFilesAsync|СоздатьКаталогАсинх|CreateDirectoryAsync',
  'СоздатьДвоичныеДанныеИзФайлаАсинх|CreateBinaryDataFromFileAsync',
  'НачатьКопированиеФайла|BeginCopyingFile|НачатьПеремещениеФайла|BeginMovingFile',
  'НачатьПоискФайлов|BeginFindingFiles|НачатьУдалениеФайлов|BeginDeletingFiles',
  'НачатьСозданиеДвоичныхДанныхИзФайла|BeginCreateBinaryDataFromFile',
  'НачатьСозданиеКаталога|BeginCreatingDirectory',
].join('|');
