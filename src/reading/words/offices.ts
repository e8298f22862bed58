// Source: compiled for this project from the offices of the public record (U.S. Department of State, Office of the
// Historian) and of the news that the reader was made on.
const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Nouns that say what one person is: an office, a calling. The phrase before a name ends with one. */
export const offices = list(`
  president premier chancellor taoiseach minister secretary ambassador consul envoy emissary representative negotiator
  diplomat spokesman spokeswoman spokesperson leader chairman chairwoman chairperson chair speaker senator congressman
  congresswoman governor mayor judge justice commissioner director chief head delegate general colonel lieutenant major captain
  sergeant marshal admiral commander king queen prince princess duke duchess emperor empress sultan emir sheikh ayatollah imam pope cardinal
  archbishop bishop father reverend rabbi dictator adviser advisor aide deputy vice-president officer attorney lawyer prosecutor
  superintendent coroner sheriff inspector detective treasurer founder ceo executive editor author professor researcher scientist
  doctor economist analyst expert historian activist organizer organiser candidate nominee lawmaker mp mep legislator councillor
  councilman councilwoman coach player captain manager owner resident witness survivor victim student teacher pilot passenger
  principal vice-chancellor provost dean journalist reporter correspondent singer actor actress director producer musician
  spox counsel president-elect chief-of-staff member co-founder co-author coordinator engineer astronaut physician epidemiologist
  first-lady contributor columnist commentator blogger clerk archaeologist anthropologist monarch ruler strongman foreign-minister driver footballer athlete champion
`);

/** Titles in short before a name: they say hardly more than that a person is meant. */
export const forms = list(
  `mr mrs ms miss dr prof sir lord dame lady sen rep gov gen col lt maj capt sgt adm rev hon pres`,
);

/** Those of the words above that say of what sex somebody is. */
export const female = list(
  `mrs ms miss dame lady spokeswoman chairwoman congresswoman queen princess duchess empress councilwoman actress`,
);
export const male = list(
  `mr sir lord spokesman chairman congressman king prince duke emperor councilman pope father bishop`,
);

/** Words before an office that belong to it: "top nuclear envoy", "acting foreign minister". */
export const before = list(`
  top chief senior deputy vice former ex acting interim special nuclear prime foreign defence defense first second under assistant
  supreme executive general attorney assembly national security state party opposition interior justice finance home health
  trade energy permanent press government military army navy air police chief lead head managing outgoing incoming
  then-president ex-president then- late current new high spiritual principal lieutenant associate
`);

/** Nouns for many, or for nobody in particular, that can speak. */
export const unnamed = list(`
  official officials source sources diplomat diplomats authorities police officers officer lawmakers spokespeople investigators
  prosecutors scientists researchers experts analysts critics supporters protesters protestors demonstrators witnesses residents
  doctors aides advisers advisors ministers leaders delegates negotiators rescuers firefighters militants rebels troops reports
  media locals observers activists organisers organizers representatives executives lawyers relatives employees workers students
  members teachers authors staff campaigners economists archaeologists historians engineers parents relatives families clerks astronomers economists politicians mps senators judges envoys commanders soldiers
`);

/** Bodies that speak as one without a name of their own in the graph: "the ministry", "the company". */
export const bodies = list(`
  ministry department agency government army military police embassy commission committee council parliament court office
  post tweet account publication magazine paper journal tabloid company party administration authority bureau union organization organisation association group institute university foundation
  team delegation side cabinet kremlin presidency statement report study newspaper channel website network broadcaster airline
  hospital federation alliance coalition secretariat service firm bank corporation club league campaign release readout letter
  document survey communique announcement memo indictment complaint lawsuit ruling poll polls article analysis data figures results
  documents filing transcript email emails records reporting surveys studies reports statistics census
`);

/** Of those the ones that are what was said, by whoever stands before them: "the ministry's statement said". */
export const texts = list(
  `statement report study letter document survey communique announcement memo release readout post tweet indictment complaint
  lawsuit ruling poll polls article analysis data figures results documents filing transcript email emails records surveys studies
  statistics census`,
);

/** Words in the names of organizations. */
export const bodyNames = list(`
  ministry department agency council committee commission party university organization organisation union association institute
  bank court office police bureau congress senate parliament assembly house foundation corporation company inc ltd authority
  federation league club society service services board academy college school hospital group news times post herald tribune
  centers centres international press network television tv radio navy army force forces center centre museum airlines airways team alliance
  front movement brigade embassy secretariat fund forum observatory laboratory administration
`);
