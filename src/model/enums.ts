/** The closed vocabularies, each with its values in the order the documentation lists them. */
const words = <T extends string>(text: T) => text.split(' ') as Words<T>[];
type Words<T extends string> = T extends `${infer A} ${infer B}` ? A | Words<B> : T;

export const enums = {
  Direction: words('ASC DESC'),
  Review: words('PROPOSED ACCEPTED REJECTED'),
  OrganizationKind: words(
    'MINISTRY GOVERNMENT LEGISLATURE INTERNATIONAL NEWS_AGENCY MEDIA DELEGATION MISSION MILITARY PARTY OTHER',
  ),
  PlaceKind: words('CITY REGION ISLAND PENINSULA OTHER'),
  MeetingKind: words('TALKS SUMMIT CALL VISIT CONFERENCE CONTACT'),
  MeetingLevel: words('LEADERS MINISTERIAL WORKING'),
  MeetingStatus: words('PROPOSED ANNOUNCED HELD BROKEN_OFF REFUSED CANCELLED POSTPONED LAPSED'),
  SpeechAct: words(
    'SAYS DENIES CONFIRMS AGREES ACCEPTS REFUSES DEMANDS PROMISES OFFERS INVITES ACCUSES CONDEMNS THREATENS WARNS PRAISES REGRETS HOPES ANNOUNCES ASKS',
  ),
  Channel: words(
    'REPORTERS WRITTEN_STATEMENT SOCIAL_MEDIA SPEECH BRIEFING BROADCAST INTERVIEW CALL LETTER TALKS DOCUMENT',
  ),
  ReportForm: words('DIRECT MIXED INDIRECT NARRATED'),
  SpanRole: words('SOURCE CUE CONTENT'),
  Stance: words('AFFIRMS DENIES'),
  Ending: words('KNOWN ONGOING UNKNOWN NOT_TAKEN_UP'),
  Capacity: words(
    'PARTY LEADER HEAD_OF_DELEGATION DELEGATE VISITOR HOST MEDIATOR OBSERVER INTERPRETER PARTICIPANT',
  ),
  Reading: words('LITERAL METONYM'),
  AliasKind: words('SPELLING ABBREVIATION METONYM DEMONYM TYPO TRANSLATION TITLE OFFICIAL DESCRIPTION'),
};

export type EnumName = keyof typeof enums;
