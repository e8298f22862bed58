const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** An EDTF date as people read it: 2019-10-05 is “5 Oct 2019”, 2018~ “about 2018”, 2017/2021 “2017 – 2021”. */
export function day(edtf: string | null | undefined): string {
  if (!edtf) return '';
  if (edtf.includes('/')) {
    const [from = '', to = ''] = edtf.split('/');
    return `${end(from)} – ${end(to)}`;
  }
  const bare = edtf.replace(/[?~%]/g, '');
  const doubt = /[?~%]/.test(edtf) ? 'about ' : '';
  const [year = '', month, date] = bare.split('-');
  const name = month ? MONTHS[Number(month) - 1] : undefined;
  return `${doubt}${[date && Number(date), name, year].filter(Boolean).join(' ')}`;
}

const end = (part: string) => (part === '' ? '?' : part === '..' ? '…' : day(part));
