// Source: compiled for this project; the seats, houses and ministries that news calls governments by, with the states they
// are of (ISO 3166-1 alpha-3).
const seats = `
  USA White House|State Department|Department of State|Pentagon|Oval Office|Capitol Hill|Justice Department|Treasury Department|Defense Department|Homeland Security|US Congress|National Security Council|FBI|CIA|U.S. Senate|Senate Intelligence Committee|Supreme Court of the United States
  RUS Kremlin|Duma|State Duma
  GBR Downing Street|Number 10|Whitehall|Foreign Office|Buckingham Palace|House of Commons|House of Lords|Home Office
  FRA Élysée|Elysee|Elysée Palace|Élysée Palace|Quai d'Orsay
  KOR Blue House|Cheong Wa Dae
  DEU Bundestag|Bundesrat
  ISR Knesset
  IRN Majlis|Revolutionary Guards|Islamic Revolutionary Guard Corps
  IND Lok Sabha|Rajya Sabha
  CHN Zhongnanhai|State Council
  UKR Verkhovna Rada
  CAN Parliament Hill
`;

/** The states that such names belong to: ISO 3166-1 alpha-3 by name. */
export const seatOf: ReadonlyMap<string, string> = new Map(
  seats
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [state, ...names] = line.trim().split(' ');
      return names
        .join(' ')
        .split('|')
        .map((name) => [name, state!] as const);
    }),
);
