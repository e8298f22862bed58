// Source: compiled for this project from the abbreviations of the Associated Press and Reuters style guides.
/** Words that a point belongs to, folded. */
export const abbreviations: ReadonlySet<string> = new Set(
  `mr mrs ms dr prof rev hon sen rep gov gen col lt maj capt sgt adm cmdr pres st mt ft no vs jan feb mar apr jun jul aug sep
  sept oct nov dec inc co corp ltd jr sr etc am pm eg ie approx dept dist univ u.s u.n u.k u.a.e e.u d.c p.r.c r.o.k`.split(
    /\s+/,
  ),
);
