import type { Messages } from './en.ts';
import type { MoreMessages } from './en-more.ts';
import type { LateFormat } from './late-format.ts';

export const messages = ({ full, compact, plural }: LateFormat): Messages => ({
  loading: 'लोड हो रहा है',
  failed: 'यह लोड नहीं हो सका। बाद में फिर कोशिश करें।',
  member: 'सदस्य',

  level: 'लेवल',
  levelNumber: (level) => `लेवल ${full(level)}`,
  xp: (xp) => `${compact(xp)} XP`,
  xpInFull: (xp) => `${full(xp)} XP`,

  card: {
    title: 'रैंक कार्ड',
    label: (name) => `${name} का रैंक कार्ड`,
    xpOf: (xp, next) => `${compact(xp)} / ${compact(next)} XP`,
    toNext: (xp, level) => `लेवल ${full(level)} तक ${compact(xp)} XP`,
    top: 'सबसे ऊँचा लेवल',
    rank: 'रैंक',
    of: (total) => `${compact(total)} में से`,
    none: 'अभी नहीं',
    streak: 'स्ट्रीक',
    days: (days) => `${full(days)} दिन`,
  },

  board: {
    title: 'लीडरबोर्ड',
    boards: { newcomers: 'नए सदस्य', climbers: 'तेज़ी से ऊपर' },
    windows: { all: 'अब तक', day: 'आज', week: 'इस हफ़्ते', month: 'इस महीने' },
    tabs: { all: 'अब तक', day: 'दिन', week: 'हफ़्ता', month: 'महीना' },
    rank: 'रैंक',
    member: 'सदस्य',
    xp: 'XP',
    total: (members) => `${compact(members)} सदस्य`,
  },

  rewards: {
    title: 'इनाम',
    count: (reached, total) =>
      `${full(total)} में से ${full(reached)} ${plural(reached, { one: 'अनलॉक हुआ', other: 'अनलॉक हुए' })}`,
    total: (total) => `${full(total)} इनाम`,
    toGo: (xp) => `${compact(xp)} XP बाकी`,
  },
});

export const more = ({ full, relative, plural, soon }: LateFormat): MoreMessages => ({
  retry: 'फिर कोशिश करें',
  sentence: (text) => `${text}।`,

  live: 'लाइव',
  updated: (at) => `अपडेट: ${relative(at)}`,
  reconnecting: 'फिर से जुड़ रहा है',
  offline: (at) => `ऑफ़लाइन। पिछला अपडेट: ${relative(at)}।`,
  stale: (at) => `अपडेट नहीं हो सका। पिछला अपडेट: ${relative(at)}।`,

  problems: {
    'no-community': ['कोई कम्युनिटी नहीं चुनी गई', '“community” एट्रिब्यूट में एक का नाम दें।'],
    'bad-address': ['API का पता काम का नहीं है', '“api” एट्रिब्यूट जाँचें।'],
    'unknown-community': ['यह कम्युनिटी अनजान है', 'इसकी आईडी जाँचें, या इसके पहले मैसेज के बाद आएँ।'],
    'unknown-member': ['इस सदस्य का अभी कोई कार्ड नहीं है', 'वह पहले मैसेज के साथ दिखेगा।'],
    unauthenticated: ['आपने साइन इन नहीं किया है', 'इसे देखने के लिए साइन इन करें।'],
    forbidden: ['यह सदस्यों के लिए है', 'इसे देखने के लिए कम्युनिटी से जुड़ें।'],
    'rate-limited': ['बहुत ज़्यादा अनुरोध', 'थोड़ा रुककर फिर कोशिश करें।'],
    unreachable: ['सर्वर जवाब नहीं दे रहा', 'अपना कनेक्शन जाँचकर फिर कोशिश करें।'],
    failed: ['यह लोड नहीं हो सका', 'थोड़ा रुककर फिर कोशिश करें।'],
  },

  empty: {
    'wee5-leaderboard': ['बोर्ड पर अभी कोई नहीं है', 'चैट में नमस्ते कहें।'],
    'wee5-reward-list': ['अभी कोई इनाम नहीं है', 'हर लेवल पर जो मिलेगा, यहाँ दिखेगा।'],
    'wee5-activity': ['यहाँ अभी कुछ नहीं है', 'चैट में नमस्ते कहें: आपको जो मिलेगा, यहाँ दिखेगा।'],
  },

  card: {
    active: (at) => `पिछली गतिविधि: ${relative(at)}`,
    now: 'आपको अभी XP मिल सकते हैं',
    wait: (seconds) => `${soon(seconds, 'long')} फिर XP`,
    waits: {
      chat: (seconds) => `चैट से XP ${soon(seconds, 'long')}`,
      reply: (seconds) => `जवाब से XP ${soon(seconds, 'long')}`,
      reaction: (seconds) => `रिएक्शन से XP ${soon(seconds, 'long')}`,
      lesson: (seconds) => `लेसन से XP ${soon(seconds, 'long')}`,
    },
    gained: (xp) => `+${full(xp)}`,
    earnBy: (time) => `${time} तक`,
    keepStreak: (time) => `स्ट्रीक बनाए रखने के लिए ${time} तक XP पाएँ`,
    frozen: (days) => `${full(days)} दिन से सुरक्षित`,
    freezes: (count) => `${full(count)} सुरक्षा बाकी`,
    kept: 'आज के लिए सुरक्षित',
    badges: 'बैज',
    moreBadges: (count) => `+${full(count)}`,
  },

  board: {
    you: 'आप',
    showMore: 'और दिखाएँ',
    aroundYou: 'आपके आसपास',
    top: 'सबसे ऊपर',
    added: (members) => `${full(members)} और सदस्य`,
    notAdded: 'और सदस्य लोड नहीं हो सके',
    ends: (soonText) => `${soonText} समाप्त`,
  },

  moves: {
    youMoved: (rank, up) => `अब आपकी रैंक ${full(rank)} है, पहले से ${up ? 'ऊपर' : 'नीचे'}`,
    memberMoved: (name, rank) => `${name} की रैंक अब ${full(rank)} है`,
    up: (places) => `${full(places)} स्थान ऊपर`,
    down: (places) => `${full(places)} स्थान नीचे`,
    reached: (level) => `लेवल ${full(level)} पूरा`,
    youReached: (level) => `आप लेवल ${full(level)} पर पहुँचे`,
    unlocked: (name) => `आपके लिए अनलॉक हुआ: ${name}`,
    fresh: 'अभी अनलॉक हुआ',
  },

  toast: {
    close: 'बंद करें',
    jump: (from, to) => `लेवल ${full(from)} → ${full(to)}`,
    unlocked: (rewards) =>
      `आपके लिए ${full(rewards)} ${plural(rewards, { one: 'इनाम अनलॉक हुआ', other: 'इनाम अनलॉक हुए' })}`,
  },

  rewards: {
    progress: (name) => `${name} की ओर प्रगति`,
    showAll: (total) => `सभी ${full(total)} दिखाएँ`,
    showFewer: 'कम दिखाएँ',
    states: {
      locked: 'लॉक',
      unlocked: 'अनलॉक',
      claimed: 'क्लेम किया',
      fulfilling: 'रास्ते में',
      fulfilled: 'आपका',
      failed: 'जाँच जारी',
      unknown: 'जाँच जारी',
      expired: 'समय समाप्त',
      revoked: 'वापस लिया',
    },
  },

  claim: {
    claim: 'क्लेम करें',
    claiming: 'क्लेम हो रहा है',
    checking: 'जाँच हो रही है',
    checkAgain: 'फिर जाँचें',
    done: (name) => `आपने ${name} क्लेम किया`,
    unlockedOn: (date) => `अनलॉक: ${date}`,
    claimedOn: (date) => `क्लेम: ${date}`,
    role: (name) => `इससे आपको “${name}” रोल मिलता है।`,
    open: (host) => `${host} खोलें`,
    newTab: 'नए टैब में',
    copy: 'कॉपी करें',
    copied: 'कॉपी हुआ',
    notCopied: 'यह पेज कॉपी नहीं कर सकता। कोड चुना हुआ है: खुद कॉपी करें।',
    about: {
      fulfilling: 'यह आप तक आ रहा है। आपको कुछ नहीं करना है।',
      failed: 'यह आप तक नहीं पहुँचाया जा सका। ऐसा ही रहे, तो कम्युनिटी की टीम से पूछें।',
      unknown: 'पक्का नहीं कि यह आप तक पहुँचा। न पहुँचा हो, तो कम्युनिटी की टीम से पूछें।',
      expired: 'इसका समय खत्म हुआ, अब इसका उपयोग नहीं हो सकता।',
      revoked: 'कम्युनिटी ने इसे वापस ले लिया।',
    },
    problems: {
      elsewhere: ['आप इसे पहले ही क्लेम कर चुके हैं', 'यह किसी और पेज या डिवाइस पर हुआ।'],
      notNow: ['यह अभी क्लेम नहीं हो सकता', 'थोड़ा रुककर फिर कोशिश करें।'],
      withdrawn: ['यह अब नहीं दिया जाता', 'कुछ क्लेम नहीं हुआ।'],
      signedOut: ['आप साइन आउट हैं', 'साइन इन करके इसे फिर क्लेम करें।'],
      forbidden: ['यह सदस्यों के लिए है', 'कम्युनिटी से जुड़कर इसे फिर क्लेम करें।'],
      limited: (seconds) => [
        'बहुत ज़्यादा अनुरोध',
        `${seconds ? soon(seconds, 'long') : 'थोड़ी देर में'} फिर क्लेम करें।`,
      ],
      refused: ['यह क्लेम नहीं हो सका', 'पेज फिर लोड करके कोशिश करें।'],
      unanswered: ['सर्वर ने जवाब नहीं दिया', 'कुछ क्लेम नहीं हुआ। फिर कोशिश करें।'],
      unsure: ['सर्वर ने जवाब नहीं दिया', 'पक्का नहीं कि यह क्लेम हुआ: फिर जाँचें।'],
    },
  },

  activity: {
    title: 'गतिविधि',
    showMore: 'और दिखाएँ',
    showingMore: 'लोड हो रहा है',
    notShown: ['और लोड नहीं हो सका', 'थोड़ा रुककर फिर कोशिश करें।'],
    shown: (entries) => `${full(entries)} और ${plural(entries, { one: 'प्रविष्टि', other: 'प्रविष्टियाँ' })}`,
    total: (xp) => `कुल ${full(xp)} XP`,
    sources: {
      chat: 'चैट मैसेज',
      reply: 'जवाब',
      reaction: 'रिएक्शन',
      reaction_received: 'मिला हुआ रिएक्शन',
      lesson: 'लेसन',
      membership: 'सदस्यता',
      payment: 'भुगतान',
      given: 'कम्युनिटी ने दिए',
      taken: 'कम्युनिटी ने घटाए',
      takenBack: 'वापस लिए गए',
      givenBack: 'वापस दिए गए',
      reset: 'शून्य किया गया',
      resetUndone: 'शून्य करना रद्द',
    },
    none: (why) => `XP नहीं: ${why}`,
    clipped: (xp, of, why) => `${of} में से ${full(xp)}: ${why}`,
    range: (min, max) => `${full(min)} से ${full(max)} में से कोई`,
    repeat: (count, received) => `उसी सदस्य ${received ? 'से' : 'को'} रिएक्शन ${full(count)}`,
    joined: (parts) => parts.join(', '),
    part: (percent) => `इसका ${full(percent)}%`,
    because: { refund: 'रिफ़ंड', dispute: 'विवादित भुगतान', deactivation: 'सदस्यता समाप्त' },
    why: {
      cooldown: (time) => (time ? `XP ${time} बाद फिर मिल सकते हैं` : 'XP थोड़ी देर पहले ही मिले थे'),
      cap: {
        source: {
          day: (xp) => `इससे एक दिन में ज़्यादा से ज़्यादा ${full(xp)} XP`,
          week: (xp) => `इससे एक हफ़्ते में ज़्यादा से ज़्यादा ${full(xp)} XP`,
        },
        all: {
          day: (xp) => `एक दिन में ज़्यादा से ज़्यादा ${full(xp)} XP`,
          week: (xp) => `एक हफ़्ते में ज़्यादा से ज़्यादा ${full(xp)} XP`,
        },
      },
      bank: 'हाल में इससे बहुत XP मिले, समय के साथ फिर मिलेंगे',
      'source-off': 'इससे यहाँ कुछ नहीं मिलता',
      'too-short': (characters) => (characters ? `${full(characters)} अक्षरों से छोटा` : 'बहुत छोटा'),
      'no-xp-experience': 'इस जगह कुछ नहीं मिलता',
      'no-xp-member': 'आपको यहाँ कुछ नहीं मिलता',
    },
  },
});
