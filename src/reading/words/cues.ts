// Source: compiled for this project; the verbs of attribution in English news, each with the act that it is the strongest
// support for (rule 8 of how to model), by the sense in which the Oxford English Dictionary and WordNet 3.1 give it.

/** What may follow a verb of attribution. */
export interface Cue {
  readonly act: string;
  /** A clause: "said that …", "said …". */
  readonly clause: boolean;
  /** A clause without "that": few verbs take one. */
  readonly bare: boolean;
  /** A thing or a deed: "condemned the test", "vowed to answer". */
  readonly object: boolean;
  /** It speaks only before a quotation or "that": "added", "went on", "called". */
  readonly channel?: string | undefined;
  /** What is said cannot be taken from it alone: only a quotation makes it speech. */
  readonly quoted?: boolean;
  /** Only a text says so: "the poll shows". */
  readonly text?: boolean;
}

type Forms = readonly [base: string, s: string, ed: string, ing: string];

const cues = new Map<string, Cue>();

function forms(base: string): Forms {
  const irregular: Record<string, [string, string]> = {
    say: ['said', 'saying'],
    show: ['showed', 'showing'],
    find: ['found', 'finding'],
    tell: ['told', 'telling'],
    write: ['wrote', 'writing'],
    hold: ['held', 'holding'],
    put: ['put', 'putting'],
    think: ['thought', 'thinking'],
    speak: ['spoke', 'speaking'],
    retort: ['retorted', 'retorting'],
    admit: ['admitted', 'admitting'],
    deny: ['denied', 'denying'],
    reply: ['replied', 'replying'],
    slam: ['slammed', 'slamming'],
    rebut: ['rebutted', 'rebutting'],
    forbid: ['forbade', 'forbidding'],
    regret: ['regretted', 'regretting'],
    go: ['went', 'going'],
    make: ['made', 'making'],
    commit: ['committed', 'committing'],
    quip: ['quipped', 'quipping'],
    testify: ['testified', 'testifying'],
    clarify: ['clarified', 'clarifying'],
    specify: ['specified', 'specifying'],
    decry: ['decried', 'decrying'],
    certify: ['certified', 'certifying'],
    refer: ['referred', 'referring'],
    concur: ['concurred', 'concurring'],
    verify: ['verified', 'verifying'],
    sum: ['summed', 'summing'],
    swear: ['swore', 'swearing'],
  };
  const s = /(?:s|sh|ch|x|z|o)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;
  const [ed, ing] = irregular[base] ?? [
    base.endsWith('e') ? `${base}d` : `${base}ed`,
    base.endsWith('e') && !/(?:ee|oe|ye)$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`,
  ];
  return [base, s, ed, ing];
}

function add(act: string, how: Partial<Cue>, verbs: string): void {
  for (const verb of verbs.trim().split(/\s+/)) {
    const [base, ...rest] = verb.split('+');
    for (const form of forms(base!)) {
      const key = [form, ...rest].join(' ');
      const before = cues.get(key);
      if (before && how.quoted) continue;
      const { clause = false, bare = false, object = false } = how;
      cues.set(key, {
        ...how,
        act,
        clause: clause || (before?.clause ?? false),
        bare: bare || (before?.bare ?? false),
        object: object || (before?.object ?? false),
      });
    }
  }
}

add(
  'SAYS',
  { clause: true, bare: true },
  `say tell add claim argue note insist speculate maintain believe think suggest acknowledge admit declare explain state report remark indicate reveal`,
);
add(
  'SAYS',
  { clause: true },
  `
  observe mention stress emphasize emphasise underline underscore assert contend allege reiterate reaffirm
  repeat recall estimate predict testify comment concede clarify specify reply respond answer write conclude posit
  opine caution+against hint signal continue describe point+out recount joke lament complain assess calculate caution
  highlight elaborate affirm quip counter retort signal proclaim disclose`,
);
add(
  'SAYS',
  { clause: true, object: true },
  `stress emphasize emphasise underline underscore reiterate reaffirm affirm highlight`,
);
add('SAYS', { clause: true, text: true }, `show find`);
add('SAYS', { clause: true, channel: 'SOCIAL_MEDIA' }, `tweet retweet post`);
add(
  'SAYS',
  { quoted: true },
  `
  call describe term label dub characterize characterise go+on tell quote speak cite ask read exclaim urge dismiss deem brand see
  conclude begin shout muse reflect agree accuse blame praise hail welcome demand warn threaten promise vow thank express discuss refer
  conclude put advise instruct order consider mock denounce call+for hope confirm announce insist`,
);
add('AGREES', { quoted: true }, `adopt sign endorse`);
add('DENIES', { clause: true, object: true }, `deny refute rebut`);
add('CONFIRMS', { clause: true, object: true }, `confirm verify`);
add('WARNS', { clause: true }, `warn`);
add('WARNS', { object: true }, `warn+of warn+against`);
add('THREATENS', { object: true }, `threaten+to`);
add('DEMANDS', { clause: true, object: true }, `demand`);
add('DEMANDS', { object: true }, `call+for call+on urge insist+on appeal+for press+for`);
add('ASKS', { object: true, clause: false }, `ask request ask+for ask+whether ask+if`);
add('PROMISES', { clause: true }, `promise pledge vow swear guarantee assure`);
add('PROMISES', { object: true }, `promise+to pledge+to vow+to commit+to undertake+to`);
add('OFFERS', { object: true, clause: true }, `propose`);
add('OFFERS', { object: true }, `offer+to`);
add('AGREES', { clause: true }, `agree`);
add('AGREES', { object: true }, `agree+to agree+on`);
add('ACCEPTS', { object: true }, `accept`);
add('REFUSES', { object: true }, `refuse refuse+to reject decline+to rule+out`);
add('ACCUSES', { object: true }, `accuse blame`);
add('CONDEMNS', { object: true }, `condemn denounce decry criticize criticise rebuke lambast deplore`);
add('PRAISES', { object: true }, `praise hail applaud commend welcome thank laud congratulate`);
add('REGRETS', { object: true, clause: true }, `regret`);
add('REGRETS', { object: true }, `apologize+for apologise+for`);
add('HOPES', { clause: true, bare: true }, `hope`);
add('HOPES', { object: true }, `hope+for hope+to`);
add('ANNOUNCES', { clause: true, object: true }, `announce`);

// The same form in several lists: what takes more stands, and a quotation is always taken.
/** The verb that begins here, its longest form first; undefined where none does. */
export function cueOf(
  norm: string,
  next: string | undefined,
): (Cue & { readonly words: number }) | undefined {
  const two = next === undefined ? undefined : cues.get(`${norm} ${next}`);
  if (two) return { ...two, words: 2 };
  const one = cues.get(norm);
  return one && { ...one, words: 1 };
}

/** Nouns of speech: "the invitation of Sweden to …", "his call for …". */
export const nouns: Readonly<Record<string, string>> = {
  invitation: 'INVITES',
  demand: 'DEMANDS',
  promise: 'PROMISES',
  pledge: 'PROMISES',
  refusal: 'REFUSES',
  denial: 'DENIES',
  apology: 'REGRETS',
  warning: 'WARNS',
  threat: 'THREATENS',
};

/** Words that stand between a speaker and the verb without changing who speaks. */
export const adverbs: ReadonlySet<string> = new Set(
  `also later then earlier further furthermore previously repeatedly again reportedly publicly recently subsequently now has have had
  been is are was were today yesterday already always once initially still simply however meanwhile separately jointly both all
  monday tuesday wednesday thursday friday saturday sunday strongly firmly specifically explicitly immediately formally
  officially privately bluntly only just ever since reportedly allegedly often did does do`.split(/\s+/),
);
