import { dateFormat, type DateFormat } from './dates.js';
import type { Place } from './place.js';

export const EDTF = dateFormat('EDTF')!;

/** `format`, one or several; EDTF where there is none. */
export function readFormats(place: Place | undefined): DateFormat[] {
  if (!place) return [EDTF];
  return place.items().flatMap((item) => {
    const text = item.text();
    const format = text === undefined ? undefined : dateFormat(text);
    if (text !== undefined && !format)
      item.fail(`'${text}' is no format of dates; write YYYY, DD/MM/YYYY, MM/DD/YYYY, D MMM YYYY or EDTF`);
    return format ? [format] : [];
  });
}
