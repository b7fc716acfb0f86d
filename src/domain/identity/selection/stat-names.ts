/** What sportsbooks shorten in the name of a statistic, word by word. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    pts: 'points',
    point: 'points',
    reb: 'rebounds',
    rebs: 'rebounds',
    rebound: 'rebounds',
    ast: 'assists',
    asts: 'assists',
    assist: 'assists',
    stl: 'steals',
    stls: 'steals',
    blk: 'blocks',
    blks: 'blocks',
    yds: 'yards',
    yd: 'yards',
    pass: 'passing',
    rush: 'rushing',
    reception: 'receptions',
    td: 'touchdown',
    tds: 'touchdown',
    touchdowns: 'touchdown',
    goal: 'goals',
    sog: 'shots on goal',
    ks: 'strikeouts',
    strikeout: 'strikeouts',
    hr: 'home runs',
    hrs: 'home runs',
    homers: 'home runs',
    rbi: 'runs batted in',
    rbis: 'runs batted in',
    goalscorer: 'goals scorer',
    '3pt': 'threes',
    '3pm': 'threes',
    '3ptm': 'threes',
    pra: 'points rebounds assists',
  }),
);

/** Whole names, after their words. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'three pointers': 'threes',
    'three pointer': 'threes',
    'three points field goals': 'threes',
    'made threes': 'threes',
    '3 pointers': 'threes',
    '3 points field goals': 'threes',
    '3 points': 'threes',
    'rec yards': 'receiving yards',
    'home run': 'home runs',
    'shots on goals': 'shots on goal',
    'shot on goals': 'shots on goal',
    'touchdown passes': 'passing touchdown',
    'anytime touchdown scorer': 'anytime touchdown',
    'touchdown scorer': 'anytime touchdown',
    'score a touchdown': 'anytime touchdown',
    'score goals': 'goals',
    'score a goals': 'anytime goal',
    'strikeouts thrown': 'strikeouts',
    'anytime goals scorer': 'anytime goal',
    'anytime goals': 'anytime goal',
    'score anytime': 'anytime goal',
    'first touchdown scorer': 'first touchdown',
    '1st touchdown scorer': 'first touchdown',
    '1st touchdown': 'first touchdown',
    'first goals scorer': 'first goal',
    '1st goals scorer': 'first goal',
    'first goals': 'first goal',
    'pitcher strikeouts': 'strikeouts',
    'pitcher outs': 'outs',
    'batter hits': 'hits',
    'batter home runs': 'home runs',
    'batter total bases': 'total bases',
    'batter runs batted in': 'runs batted in',
    btts: 'both teams to score',
    'both to score': 'both teams to score',
    'gg ng': 'both teams to score',
    qualify: 'advance',
    progress: 'advance',
    'odd or even': 'odd even',
    'goals odd even': 'odd even',
    'points odd even': 'odd even',
    dnb: 'draw no bet',
    'moneyline draw no bet': 'draw no bet',
    'corner kicks': 'corners',
  }),
);

const SUMMED = new Set(['points', 'rebounds', 'assists', 'steals', 'blocks']);

/**
 * One name for what is counted, whatever a sportsbook calls it: `Pts + Reb + Ast` is `assists points rebounds`,
 * `Total Corners` is `corners`. `words` are plain words; names that are not known keep their own.
 */
export function statName(words: string): string {
  const spelled = words
    .split(' ')
    .map((word) => WORDS.get(word) ?? word)
    .join(' ');
  const bare = spelled
    .replace(/^(?:to (?:record|have|get|make|score)|to) (?=.)/, (opening) =>
      opening === 'to score ' ? 'score ' : '',
    )
    .replace(/^(?:player )?(?:total(?:s)? )(?!bases\b)(?=.)/, '')
    .replace(/^match (?=.)|(?<=.) (?:made|recorded|over under|o u)$/g, '');
  const name = NAMES.get(bare) ?? bare;
  const summands = name.split(' ').filter((word) => word !== 'and' && word !== 'plus');
  return summands.length > 1 && summands.every((word) => SUMMED.has(word)) ? summands.sort().join(' ') : name;
}
