const names = `Вычислить Eval Булево Boolean Число Number Строка String Дата Date Тип Type ТипЗнч TypeOf СтрДлина StrLen
СокрЛ TrimL СокрП TrimR СокрЛП TrimAll Лев Left Прав Right Сред Mid StrPos ВРег Upper НРег Lower ТРег Title Символ Char
КодСимвола CharCode ПустаяСтрока IsBlankString СтрЗаменить StrReplace СтрПолучитьСтроку StrGetLine СтрЧислоСтрок StrLineCount
СтрЧислоВхождений StrOccurrenceCount Год Year Месяц Month День Day Час Hour Минута Minute Секунда Second
НачалоГода BegOfYear НачалоМесяца BegOfMonth НачалоНедели BegOfWeek НачалоДня BegOfDay НачалоЧаса BegOfHour
НачалоМинуты BegOfMinute НачалоКвартала BegOfQuarter КонецГода EndOfYear КонецМесяца EndOfMonth КонецНедели EndOfWeek
КонецДня EndOfDay КонецЧаса EndOfHour КонецМинуты EndOfMinute КонецКвартала EndOfQuarter НеделяГода WeekOfYear
ДеньГода DayOfYear ДеньНедели WeekDay ДобавитьМесяц AddMonth ТекущаяДата CurrentDate Цел Int Окр Round Log Log10 Sin Cos
Tan ASin ACos ATan Exp Pow Sqrt Мин Min Макс Max Формат Format ИнформацияОбОшибке ErrorInfo ОписаниеОшибки ErrorDescription`;

/** Functions of the platform that its measurements do not count as lines of their own, lower case. */
export const plainFunctions: ReadonlySet<string> = new Set(names.toLowerCase().split(/\s+/));
