import type { Repository } from './facts.js';

/** The public domain dedication of all four: https://creativecommons.org/publicdomain/zero/1.0/ */
const LICENCE = 'CC0-1.0';

/** Where the pages lie that show the records. */
export const PAGES = 'https://history.state.gov/';

const credit = 'Office of the Historian, United States Department of State';

/** How each source is named in evidence, and what it asks for. */
export const credits: Readonly<
  Record<Repository, { name: string; url: string; licence: string; credit: string }>
> = {
  travels: {
    name: 'Travels of the President and the Secretary of State',
    url: 'https://github.com/HistoryAtState/travels',
    licence: LICENCE,
    credit,
  },
  visits: {
    name: 'Visits by Foreign Leaders',
    url: 'https://github.com/HistoryAtState/visits',
    licence: LICENCE,
    credit,
  },
  pocom: {
    name: 'Principal Officers and Chiefs of Mission',
    url: 'https://github.com/HistoryAtState/pocom',
    licence: LICENCE,
    credit,
  },
  gsh: {
    name: 'Geospatial History',
    url: 'https://github.com/joewiz/gsh',
    licence: LICENCE,
    credit: 'Office of the Historian, United States Department of State; Joseph Wicentowski',
  },
};
