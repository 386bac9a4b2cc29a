const rows: readonly (readonly [version: readonly number[], names: string])[] = [
  [
    [8, 3, 6],
    `СтрНайти StrFind СтрШаблон StrTemplate СтрРазделить StrSplit СтрСоединить StrConcat СтрСравнить StrCompare
    СтрНачинаетсяС StrStartsWith СтрЗаканчиваетсяНа StrEndsWith`,
  ],
  [
    [8, 3, 12],
    `ПроверитьБит CheckBit ПроверитьПоБитовойМаске CheckByBitMask УстановитьБит SetBit ПобитовоеИ BitwiseAnd ПобитовоеИли
    BitwiseOr ПобитовоеНе BitwiseNot ПобитовоеИНе BitwiseAndNot ПобитовоеИсключительноеИли BitwiseXor ПобитовыйСдвигВлево
    BitwiseShiftLeft ПобитовыйСдвигВправо BitwiseShiftRight`,
  ],
  [
    [8, 3, 18],
    `ВопросАсинх DoQueryBoxAsync ПредупреждениеАсинх DoMessageBoxAsync ВвестиЗначениеАсинх InputValueAsync
    ВвестиСтрокуАсинх InputStringAsync ВвестиЧислоАсинх InputNumberAsync ВвестиДатуАсинх InputDateAsync
    ОткрытьЗначениеАсинх OpenValueAsync КопироватьФайлАсинх CopyFileAsync ПереместитьФайлАсинх MoveFileAsync
    УдалитьФайлыАсинх DeleteFilesAsync НайтиФайлыАсинх FindFilesAsync СоздатьКаталогАсинх CreateDirectoryAsync
    ЗапуститьПриложениеАсинх RunAppAsync КаталогВременныхФайловАсинх TempFilesDirAsync КаталогДокументовАсинх
    DocumentsDirAsync РабочийКаталогДанныхПользователяАсинх UserDataWorkDirAsync ПодключитьВнешнююКомпонентуАсинх
    AttachAddInAsync УстановитьВнешнююКомпонентуАсинх InstallAddInAsync ПодключитьРасширениеРаботыСФайламиАсинх
    AttachFileSystemExtensionAsync УстановитьРасширениеРаботыСФайламиАсинх InstallFileSystemExtensionAsync
    ПоместитьФайлНаСерверАсинх PutFileToServerAsync ПоместитьФайлыНаСерверАсинх PutFilesToServerAsync
    ПолучитьФайлССервераАсинх GetFileFromServerAsync ПолучитьФайлыССервераАсинх GetFilesFromServerAsync`,
  ],
];

/** The version of the platform that brought a method of the global context, by its name, lower case. */
export const methodVersions: ReadonlyMap<string, readonly number[]> = new Map(
  rows.flatMap(([version, names]) =>
    names
      .toLowerCase()
      .split(/\s+/u)
      .map((name) => [name, version] as const),
  ),
);
