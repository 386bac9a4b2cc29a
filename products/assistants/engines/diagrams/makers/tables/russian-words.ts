/** Finite forms whose infinitive does not follow from the ending. */
export const infinitives: ReadonlyMap<string, string> = new Map(
  `пишет писать;подпишет подписать;ищет искать;берёт брать;берет брать;ведёт вести;ведет вести;ждёт ждать;ждет ждать
шлёт слать;шлет слать;даёт давать;дает давать;видит видеть;смотрит смотреть;несёт нести;несет нести;везёт везти
может мочь;хочет хотеть;зовёт звать;кладёт класть;идёт идти;идет идти;едет ехать;принимает принимать;передаёт передавать
подтвердит подтвердить;стоит стоять;держит держать;зависит зависеть;терпит терпеть;пришлёт прислать`
    .split(/[;\n]/)
    .map((pair) => pair.trim().split(' ') as [string, string]),
);

/** Nouns that end like verbs. */
export const verbLikeNouns: ReadonlySet<string> = new Set(
  `отчет отчёт счет счёт бюджет кабинет совет комитет кредит лимит аудит визит результат формат сертификат адвокат
аппарат кандидат пакет билет ответ предмет пункт продукт факт акт контакт контракт проект объект субъект дефект институт
маршрут атрибут салют секрет приоритет университет интернет макет реквизит депозит дефицит сайт транзит штат мандат
возврат квадрат автомат магистрат`.split(/\s+/),
);

/** Words that name people in requirements, by their beginning. */
export const peopleStems: readonly string[] =
  `менеджер пользовател клиент оператор бухгалтер администратор кладовщик руководител директор сотрудник покупател
поставщик заказчик аналитик кассир водител диспетчер инженер кадровик юрист экономист продавец исполнител инициатор
согласующ начальник работник курьер логист мастер контролёр контролер аудитор консультант агент врач пациент студент
user manager customer client operator accountant administrator storekeeper director employee buyer supplier analyst
cashier driver dispatcher engineer lawyer seller courier auditor consultant agent admin owner clerk`.split(
    /\s+/,
  );
