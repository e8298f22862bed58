// Source: compiled for this project from the words that sentences of English news begin with most.
/** Words that are no names though they stand with a capital, folded. */
export const common: ReadonlySet<string> = new Set(
  `the a an in on at to for from by with of as and or but nor so yet if when while where who what which why how that this these
  those there here it its he she they we i you his her their our my your is are was were be been has have had do does did will
  would can could may might must shall should not no yes all any both each few many more most much other others some several such
  one two three four five six seven eight nine ten first second third last next after before during since until about above
  across against along among around behind below beneath beside between beyond despite down inside into like near off onto
  out outside over past through throughout toward towards under up upon via within without according although because however
  meanwhile moreover nevertheless otherwise therefore thus though unless whereas whether also again already always earlier
  later now often once only recently soon still then today tomorrow yesterday tonight monday tuesday wednesday thursday friday
  saturday sunday january february march april may june july august september october november december please let
  dialogue news article sources photo image video file picture reuters-photo them us him me
  prior following additionally finally similarly speaking asked given every either neither another none nothing
  everyone anyone someone nobody people talks reports police officials authorities witnesses experts just even than
  covid internet english internal including ms- good great thank`.split(/\s+/),
);

/** Words in the names of what is neither somebody nor a body: the Korean Peninsula, the Nobel Prize. */
export const things: ReadonlySet<string> = new Set(
  `peninsula island islands sea ocean river lake mountain mount city province state states county district region street road avenue square
  airport bridge dam canal strait gulf bay coast border summit conference festival cup prize award act bill treaty agreement accord
  convention protocol war day week month year games olympics championship tournament virus pandemic revolution uprising
  building tower palace castle church cathedral mosque temple park zoo station line highway
  articles article related north south east west northern southern eastern western peoples flight volcano hurricane storm cyclone typhoon
  earthquake constitution amendment parliament election elections pact deal plan initiative framework`.split(
    /\s+/,
  ),
);
