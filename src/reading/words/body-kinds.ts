// Source: compiled for this project from the vocabulary OrganizationKind.
const kinds: readonly (readonly [RegExp, string])[] = [
  [/\bminist|\bdepartment\b/i, 'MINISTRY'],
  [/\bgovernment|\badministration\b|\bpresidency\b|\bcabinet\b|\bwhite house\b|\bkremlin\b/i, 'GOVERNMENT'],
  [
    /\bparliament|\bcongress\b|\bsenate\b|\bassembly\b|\bbundestag\b|\bduma\b|\bcouncil of states\b/i,
    'LEGISLATURE',
  ],
  [
    /\bnews agency\b|\breuters\b|\bassociated press\b|\bxinhua\b|\byonhap\b|\bkcna\b|\bafp\b|\btass\b/i,
    'NEWS_AGENCY',
  ],
  [
    /\bnews|\btimes\b|\bpost\b|\bherald\b|\btribune\b|\btelevision\b|\bradio\b|\btv\b|\bbroadcast|\bjournal\b|\bbbc\b|\bcnn\b/i,
    'MEDIA',
  ],
  [/\bdelegation\b/i, 'DELEGATION'],
  [/\bembassy\b|\bmission\b|\bconsulate\b/i, 'MISSION'],
  [/\barmy\b|\bnavy\b|\bmilitary\b|\bforces?\b|\bguards?\b/i, 'MILITARY'],
  [/\bparty\b/i, 'PARTY'],
  [/\bunited nations\b|\bunion\b|\bnato\b|\binternational\b|\bworld\b/i, 'INTERNATIONAL'],
];

/** What kind of organization a name is of. */
export const bodyKind = (name: string): string => kinds.find(([words]) => words.test(name))?.[1] ?? 'OTHER';
