/** What people write for short in a chat, each with what an article is likely to have instead. */
const SHORTHAND = new Map(
  `
  ceo: chief executive
  cfo: finance chief, chief financial officer
  coo: chief operating officer
  cto: technology chief, chief technology officer
  vp: vice president
  gm: general manager
  pm: prime minister
  fm: foreign minister
  mp: member of parliament
  mps: members of parliament
  govt: government
  dept: department
  uni: university
  prof: professor
  hq: headquarters
  eu: european union
  un: united nations
  uk: united kingdom, britain
  usa: united states, america
  uae: united arab emirates
  nyc: new york
  gdp: gross domestic product
  ai: artificial intelligence
  vat: value added tax
  dob: date of birth
  bday: birthday
  appt: appointment
  info: information
  max: maximum
  min: minimum
  temp: temperature
  approx: about
  fridge: refrigerator
  bike: bicycle
  bikes: bicycles
  tv: television
  mic: microphone
  mics: microphones
  pic: picture, photo
  pics: pictures, photos
  vid: video
  vids: videos
  mod: moderator
  mods: moderators
  admin: administrator
  admins: administrators
  dm: direct message, private message
  dms: direct messages, private messages
  vc: voice channel, voice chat
  perms: permissions
  reqs: requirements
  config: configuration
  docs: documentation
  tos: terms of service
  nsfw: not safe for work
  sub: subscription
  xp: experience
  u: you
  ur: your
  pls: please
  plz: please
  bc: because
  abt: about
  ppl: people
  tmrw: tomorrow
  thx: thanks
  tp: teleport
  afk: away
  msg: message
  msgs: messages
  acc: account
  pw: password
  mins: minutes
  hrs: hours
  mon: monday
  tues: tuesday
  wed: wednesday
  thurs: thursday
  fri: friday
  whats: what's
  wat: what
  wut: what
  wen: when
  wha: what
  wheres: where's
  whos: who's
  hows: how's
  whens: when's
  whys: why's
  thats: that's
  theres: there's
  im: i'm
  ive: i've
  youre: you're
  theyre: they're
  dont: don't
  doesnt: doesn't
  didnt: didn't
  isnt: isn't
  arent: aren't
  wasnt: wasn't
  werent: weren't
  hasnt: hasn't
  havent: haven't
  hadnt: hadn't
  mustnt: mustn't
  cant: can't
  couldnt: couldn't
  wont: won't
  wouldnt: wouldn't
  shouldnt: shouldn't
  `
    .trim()
    .split('\n')
    .map((line): [string, readonly string[]] => {
      const [short = '', long = ''] = line.split(':');
      return [short.trim(), long.split(',').map((form) => form.trim())];
    }),
);

/** The long forms of a word that is written for short, the likeliest first; none of any other. */
export function longFormsOf(word: string): readonly string[] {
  return SHORTHAND.get(word) ?? [];
}

/** They are written with a hyphen behind them as well as without: `co-op`, `pre-order`, `wi-fi`. */
const HYPHENATED =
  /^(co|pre|re|e|wi|non|anti|multi|cross|self|sub|semi|check|sign|log|opt)(\p{L}{2,12})$/u;

/** A word as it is written with a hyphen, if it may be: "coop" as "co-op"; none of any other. */
export function partsOf(word: string): readonly string[] {
  const [, first, second] = HYPHENATED.exec(word) ?? [];
  return first === undefined || second === undefined ? [] : [`${first}-${second}`];
}
