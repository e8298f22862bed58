/**
 * Spellings that neither letters nor sound bring together: Korean family names as the McCune-Reischauer and Revised
 * romanisations and their bearers write them, Chinese ones in Pinyin and Wade-Giles, and English short forms.
 */
const groups = `
  lee ri yi rhee li rhie yee
  park pak bak
  roh no noh
  choi choe
  moon mun
  lim im rim yim
  yoo yu ryu you yoon
  suh seo so
  paek baek paik baik
  jeon chon chun jun jon
  woo u wu
  chung jung jeong chong jong
  shin sin
  kwak gwak
  xi hsi
  zhou chou
  zhang chang
  jiang chiang
  zhu chu
  deng teng
  qian chien
  xu hsu
  zedong tsetung
  william bill will
  robert bob rob
  michael mike
  joseph joe
  james jim jimmy
  anthony tony
  richard dick rick
  thomas tom
  edward ted ed
  daniel dan
  david dave
  christopher chris
  steven stephen stephan steve
  alexander aleksandr alex
  nicholas nikolas nick
  samuel sam
  henry hank
  lawrence larry
  elizabeth liz
  katherine catherine kate
  susan sue
`;

const known = new Map<string, string>();
for (const line of groups.trim().split('\n')) {
  const [first, ...others] = line.trim().split(' ');
  for (const word of [first!, ...others]) known.set(word, first!);
}

/** The first of the group that a word belongs to, itself where it is in none. */
export const variant = (word: string): string => known.get(word) ?? word;
