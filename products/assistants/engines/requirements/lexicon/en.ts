/** English words of the rules; how they are written is told in phrases.ts. */
export const wordingEn = {
  'weak-obligation': ['=should', '=may', '=might', '=could', '=ideally', '=preferably', '=would like', '=would be nice', '=can', '=is expected to', '=it is desirable'],
  'vague-term': ['=some', '=several', '=many', '=few', 'appropriate', 'adequate', 'sufficient', '=user-friendly', '=fast', '=quick', '=quickly', '=easy', '=easily', 'flexible', 'robust', 'efficient', 'efficiently', 'approximately', '=about', '=almost', 'reasonable', '=various', 'convenient', 'intuitive', 'modern', 'optimal', 'scalable', '=secure', '=securely', 'reliable', 'simple', 'significant', 'normal', 'typical', 'relevant', '=good', '=high', '=low', '=minimal', '=maximal', 'acceptable', '=nice', '=clear', '=large', '=small', 'suitable', 'seamless', '=state-of-the-art', 'correctly', 'properly'],
  'escape-clause': ['=as required', '=if possible', '=where possible', '=when possible', '=as far as possible', '=if necessary', '=when necessary', '=as necessary', '=as appropriate', '=where appropriate', '=if needed', '=as needed', '=to the extent possible', '=if practicable', '=where applicable', '=whenever possible'],
  'open-ended': ['=etc', '=and so on', '=tbd', '=tbc', '=to be defined', '=to be determined', '=to be agreed', '=including but not limited', '=including , =but =not', '=such as', '=for example', '=e . =g', '…', '=and others', '=and the like'],
  'superfluous-infinitive': ['=be able to', '=be capable of', '=provide the ability', '=provide an ability', '=provide the capability', '=allow', '=allows', '=enable', '=enables', '=be designed to', '=have the ability', '=have the capability'],
  negation: ['=shall not', '=must not', '=except', '=excluding', '=unless'],
  'purpose-phrase': ['=in order to', '=so that', '=for the purpose of', '=so as to'],
  pronoun: ['=it', '=they', '=them', '=its', '=their', '=this', '=these', '=those', '=he', '=she', '=such'],
  absolute: ['=always', '=never', '=100 %', '=instantly', '=completely', '=totally', '=exclusively', '=absolutely', 'guaranteed', '=continuously', '=unlimited'],
  quantifier: ['=all', '=any', '=every possible'],
  'vague-time': ['=immediately', '=periodically', '=regularly', '=real time', '=real-time', '=as soon as possible', '=timely', '=promptly', '=in a timely', '=frequently', '=often', '=sometimes', '=soon', '=later', '=occasionally', '=eventually'],
  solution: ['=button', '=buttons', '=dropdown', '=drop-down', '=checkbox', '=stored procedure', '=stored procedures', '=database table', '=javascript', '=trigger', '=sql'],
} as const;

export const obligationEn = {
  prohibited: ['=shall not', '=must not', '=is not allowed', '=are not allowed', '=is prohibited', '=is forbidden', '=cannot', '=may not'],
  mandatory: ['=shall', '=must', '=is required to', '=are required to', '=has to', '=have to', '=needs to', '=need to', '=at least', '=at most'],
  recommended: ['=should', '=ideally', '=preferably', '=would like', '=would be nice', '=is expected to', '=it is desirable'],
  permitted: ['=may', '=might', '=could', '=can'],
  context: ['=currently', '=at the moment', '=this document', '=this section', '=note', '=today', '=historically', '=is defined as', '=refers to', '=was founded', '=see', '=we use', '=manually', '=figure', '=is short for'],
} as const;

export const actorsEn = {
  system: ['=system', '=subsystem', '=application', '=module', '=service', '=server', '=software', '=api', '=interface', '=component', '=app', '=website', '=site', '=portal', '=platform', '=product', '=program'],
  person: ['=user', '=users', '=administrator', '=administrators', '=operator', '=operators', '=manager', '=managers', '=customer', '=customers', '=accountant', '=accountants', '=auditor', '=employee', '=employees', '=supplier', '=clerk', '=developer', '=developers', '=director', '=cashier', '=storekeeper', '=driver', '=buyer'],
} as const;

export const typesEn = {
  'performance-efficiency': ['=response time @4', '=latency @4', '=throughput @4', '=concurrent @3', '=simultaneous @3', '=per second @3', '=within # second* @4', '=within # ms @4', '=within # millisecond* @4', '=memory @2', '=cpu @3', '=fast @2', '=quickly @2', 'performance @3', '=load @1', '=at most # second* @4', '=less than # second* @4', '=under # second* @3', '=in # second* @2', 'respond @2'],
  reliability: ['=available # @3', '=availability @4', '=uptime @4', '=failover @4', '=failure @2', '=backup @3', '=backups @3', '=recover @4', '=recovery @4', '=mtbf @4', '=data loss @3', '=outage @4', '=crash @3', 'reliable @3', '=fault @3', '=restore* @3'],
  security: ['encrypt @4', 'authenticat @4', '=authentication @4', '=authorization @4', 'authorize @3', '=password @3', '=passwords @3', '=audit @2', '=permission @3', '=permissions @3', '=tls @4', '=access rights @4', '=unauthorized @4', 'secure @3', '=confidential @3', '=two-factor @4', '=brute @3', '=login attempts @3', '=access to @2', '=personal data @2', '=lock the account @2'],
  compatibility: ['compatible @4', '=compatibility @4', '=interoperab* @4', '=coexist @4', '=alongside @3', '=odata @3', '=protocol @2', '=exchange data @3'],
  'interaction-capability': ['=usability @4', '=user-friendly @4', 'intuitive @4', '=user interface @3', '=interface @2', '=wcag @5', '=keyboard @3', '=font @4', '=tooltip* @3', '=learn @3', '=training @3', '=easy to use @4', '=screen reader @4', '=clicks @3', '=error messages @2', '=new user @2', '=contrast @3'],
  maintainability: ['maintain @2', '=maintainable @4', '=maintainability @4', '=modular @4', '=test coverage @5', '=code @2', '=coverage @2', '=coding standard* @4', '=cyclomatic @5', '=technical debt @4', '=code review @4'],
  flexibility: ['scalab* @4', '=scale @4', '=portable @4', '=portability @4', '=install @2', '=installed @2', 'deploy @2', '=adapt @3', '=configurable @3', '=without code @3', '=without changing @3', '=growth @2'],
  safety: ['=injury @5', '=injuries @5', '=hazard* @5', '=harm @4', '=safe state @6', '=emergency stop @5', '=human life @5', '=overheat* @4', '=allergy @4'],
  'functional-suitability': ['=accuracy @4', '=rounding error @5', '=precision @4'],
  constraint: ['=written in @4', '=budget @4', '=license @3', '=licence @3', '=licensed @3', '=law @3', '=gdpr @4', '=regulation* @3', '=postgresql @3', '=linux @3', '=windows @2', '=platform @2', '=hardware @3', '=cost @3', '=deadline @3', '=no later than @3', '=open source @3', '=open-source @3', '=comply with @3', '=hosted @3', '=on-premises @4', '=third-party @2', '=browser* @2', '=cloud @1', '=team @1', '=existing @1', '=go live @4'],
  'business-rule': ['discount* @3', '=bonus @2', '=fee @3', '=penalty @3', '=invoice* @1', '=tax @2', '=vat @2', '=refund* @2', '=is calculated as @4', '=is calculated @3', '=is considered @3', '=equals @3', '=cannot exceed @4', '=approved by @4', '=must approve @3', '=working days @2', '=business days @2', '=order over @3', '=orders over @4', '=credit limit @3', '=prepayment @3', '=if @1', '=order @1', '=interest @2', '=overdue @2', '=commission @2'],
} as const;
