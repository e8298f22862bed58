import * as chrono from 'chrono-node';
import type { Component, ParsedComponents } from 'chrono-node';

/** What makes it worth while to look for a date. */
const DATED =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|\b(?:19|20)\d\d\b|yesterday|today|tonight|tomorrow|\b(?:last|this|next) (?:week|month|year)|\b(?:days?|weeks?|months?|years?) (?:ago|earlier|later)|weeks?['’] time/i;

/**
 * The first date that a text speaks of, as EDTF, counted from the day of the article: a weekday is the last one, a month
 * without its year the last one too. Undefined where there is none.
 */
export function dateIn(text: string, day: string, sense: 'past' | 'any' = 'past'): string | undefined {
  if (!DATED.test(text)) return undefined;
  const reference = new Date(`${day}T12:00:00Z`);
  const found = chrono.en.casual.parse(text.slice(0, 400), { instant: reference, timezone: 'UTC' })[0];
  if (!found) return undefined;
  const from = edtf(found.start, day, sense, found.text);
  const until = found.end && edtf(found.end, day, sense, found.text);
  return from && until && from < until && from.length === until.length ? `${from}/${until}` : from;
}

function edtf(at: ParsedComponents, day: string, sense: 'past' | 'any', words: string): string | undefined {
  const known = (c: Component) => at.isCertain(c);
  const date = at.date();
  if (/\byear\b/i.test(words) && !known('month')) return String(date.getUTCFullYear());
  const isRelative = /yesterday|today|tonight|tomorrow|ago|week|night|morning|later|earlier|time/i.test(
    words,
  );
  if (known('weekday') && !known('day')) {
    if (sense === 'past' && !/next/i.test(words))
      while (iso(date) > day) date.setUTCDate(date.getUTCDate() - 7);
    return iso(date);
  }
  if (known('day')) {
    if (!known('year') && !isRelative && sense === 'past' && iso(date) > day)
      date.setUTCFullYear(date.getUTCFullYear() - 1);
    return iso(date);
  }
  if (isRelative && !known('month')) return iso(date);
  if (known('month')) {
    if (!known('year'))
      while (iso(date).slice(0, 7) > day.slice(0, 7)) date.setUTCFullYear(date.getUTCFullYear() - 1);
    return iso(date).slice(0, 7);
  }
  return known('year') ? iso(date).slice(0, 4) : undefined;
}

const iso = (date: Date) => date.toISOString().slice(0, 10);
