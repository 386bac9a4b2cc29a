/** Verbs of English process texts; their third person is made by rule. */
export const englishVerbs: ReadonlySet<string> = new Set(
  `accept activate add agree allocate analyse analyze answer apply approve archive arrange ask assemble assess assign
attach authorise authorize book build calculate call cancel change charge check choose clarify close collect compare
compile complete compose conduct configure confirm contact convert copy correct create deactivate decide decline define
delete deliver deploy describe design determine develop dispatch distribute download draft draw edit email enter
escalate estimate evaluate examine execute export file fill find finish fix forward gather generate get give grant
handle hand identify implement import inform inspect install invoice issue keep launch load log look make manage mark
measure merge message modify monitor negotiate note notify open order organise organize pack pay perform pick place
plan post prepare present print process produce provide publish purchase put read receive reconcile record refund
register reject release remind remove repair replace reply report request reserve resolve respond restart restore
retrieve return review revise run save scan schedule select sell send set ship show sign start stop store submit
supply take test track transfer transmit update upload use validate verify visit wait weigh withdraw write`.split(
    /\s+/,
  ),
);
