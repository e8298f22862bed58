/**
 * How far a search for long paths goes from each end: over this many of its neighbours, those with the fewest ties
 * first, and to what lies behind them as far as they have this many ties together.
 */
export const FRONTIER = 100;
export const READ = 10_000;
