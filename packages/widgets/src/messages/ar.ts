import type { Messages } from './en.ts';
import type { MoreMessages } from './en-more.ts';
import type { LateFormat } from './late-format.ts';

// One and two are said by the noun itself. Its case and number follow from the sentence, so each has its forms.

/** Keeps a plus on the left of its number. */
const ltr = '\u{200e}';

export const messages = ({ full, compact, plural }: LateFormat): Messages => ({
  loading: 'جارٍ التحميل',
  failed: 'تعذّر التحميل. يُرجى المحاولة لاحقًا.',
  member: 'عضو',

  level: 'المستوى',
  levelNumber: (level) => `المستوى ${full(level)}`,
  xp: (xp) => `${compact(xp)} XP`,
  xpInFull: (xp) => `${full(xp)} XP`,

  card: {
    title: 'بطاقة الترتيب',
    label: (name) => `بطاقة ترتيب ${name}`,
    xpOf: (xp, next) => `${compact(xp)} / ${compact(next)} XP`,
    toNext: (xp, level) => `${compact(xp)} XP حتى المستوى ${full(level)}`,
    top: 'أعلى مستوى',
    rank: 'الترتيب',
    of: (total) => `من ${compact(total)}`,
    none: 'لا شيء بعد',
    streak: 'السلسلة',
    days: (days) =>
      plural(days, {
        zero: `${full(days)} يوم`,
        one: 'يوم واحد',
        two: 'يومان',
        few: `${full(days)} أيام`,
        many: `${full(days)} يومًا`,
        other: `${full(days)} يوم`,
      }),
  },

  board: {
    title: 'لوحة الصدارة',
    boards: { newcomers: 'الأعضاء الجدد', climbers: 'الصاعدون' },
    windows: { all: 'كل الأوقات', day: 'اليوم', week: 'هذا الأسبوع', month: 'هذا الشهر' },
    tabs: { all: 'الكل', day: 'يوم', week: 'أسبوع', month: 'شهر' },
    rank: 'الترتيب',
    member: 'العضو',
    xp: 'XP',
    total: (members) =>
      plural(members, {
        zero: `${full(members)} عضو`,
        one: 'عضو واحد',
        two: 'عضوان',
        few: `${full(members)} أعضاء`,
        many: `${compact(members)} عضوًا`,
        other: `${compact(members)} عضو`,
      }),
  },

  rewards: {
    title: 'المكافآت',
    count: (reached, total) => `${full(reached)} من ${full(total)} مفتوحة`,
    total: (total) =>
      plural(total, {
        zero: `${full(total)} مكافأة`,
        one: 'مكافأة واحدة',
        two: 'مكافأتان',
        few: `${full(total)} مكافآت`,
        many: `${full(total)} مكافأة`,
        other: `${full(total)} مكافأة`,
      }),
    toGo: (xp) => `يتبقى ${compact(xp)} XP`,
  },
});

export const more = ({ full, relative, plural, soon }: LateFormat): MoreMessages => ({
  retry: 'إعادة المحاولة',
  sentence: (text) => `${text}.`,

  live: 'مباشر',
  updated: (at) => `آخر تحديث: ${relative(at)}`,
  reconnecting: 'جارٍ إعادة الاتصال',
  offline: (at) => `لا يوجد اتصال. آخر تحديث: ${relative(at)}.`,
  stale: (at) => `تعذّر التحديث. آخر تحديث: ${relative(at)}.`,

  problems: {
    'no-community': ['لم يُحدَّد أي مجتمع', 'يُرجى تحديد واحد في السمة «community».'],
    'bad-address': ['عنوان API غير صالح', 'يُرجى التحقق من السمة «api».'],
    'unknown-community': ['هذا المجتمع غير معروف', 'يُرجى التحقق من معرّفه، أو العودة بعد أول رسالة فيه.'],
    'unknown-member': ['لا بطاقة لهذا العضو بعد', 'تظهر البطاقة مع أول رسالة.'],
    unauthenticated: ['لم يتم تسجيل دخولك', 'يُرجى تسجيل الدخول لرؤية هذا.'],
    forbidden: ['هذا للأعضاء', 'يُرجى الانضمام إلى المجتمع لرؤيته.'],
    'rate-limited': ['طلبات كثيرة جدًا', 'يُرجى الانتظار قليلًا ثم إعادة المحاولة.'],
    unreachable: ['الخادم لا يستجيب', 'يُرجى التحقق من الاتصال ثم إعادة المحاولة.'],
    failed: ['تعذّر التحميل', 'يُرجى الانتظار قليلًا ثم إعادة المحاولة.'],
  },

  empty: {
    'wee5-leaderboard': ['لا أحد على اللوحة بعد', 'ابدأ بتحية في الدردشة.'],
    'wee5-reward-list': ['لا مكافآت بعد', 'ما يمنحه كل مستوى سيظهر هنا.'],
    'wee5-activity': ['لا شيء هنا بعد', 'ابدأ بتحية في الدردشة: ما تكسبه سيظهر هنا.'],
  },

  card: {
    active: (at) => `آخر نشاط: ${relative(at)}`,
    now: 'يمكنك كسب XP الآن',
    wait: (seconds) => `XP من جديد ${soon(seconds)}`,
    waits: {
      chat: (seconds) => `الدردشة: XP ${soon(seconds)}`,
      reply: (seconds) => `الردود: XP ${soon(seconds)}`,
      reaction: (seconds) => `التفاعلات: XP ${soon(seconds)}`,
      lesson: (seconds) => `الدروس: XP ${soon(seconds)}`,
    },
    gained: (xp) => `${ltr}+${full(xp)}`,
    earnBy: (time) => `قبل ${time}`,
    keepStreak: (time) => `لتحافظ على سلسلتك، اكسب XP قبل ${time}`,
    frozen: (days) =>
      plural(days, {
        zero: `محمية منذ ${full(days)} يوم`,
        one: 'محمية منذ يوم واحد',
        two: 'محمية منذ يومين',
        few: `محمية منذ ${full(days)} أيام`,
        many: `محمية منذ ${full(days)} يومًا`,
        other: `محمية منذ ${full(days)} يوم`,
      }),
    freezes: (count) =>
      plural(count, {
        zero: `بقيت ${full(count)} حماية`,
        one: 'بقيت حماية واحدة',
        two: 'بقيت حمايتان',
        few: `بقيت ${full(count)} حمايات`,
        many: `بقيت ${full(count)} حماية`,
        other: `بقيت ${full(count)} حماية`,
      }),
    kept: 'آمنة لهذا اليوم',
    badges: 'الشارات',
    moreBadges: (count) => `${ltr}+${full(count)}`,
  },

  board: {
    you: 'أنت',
    showMore: 'عرض المزيد',
    aroundYou: 'حولك',
    top: 'إلى القمة',
    added: (members) =>
      plural(members, {
        zero: `${full(members)} عضو إضافي`,
        one: 'عضو إضافي واحد',
        two: 'عضوان إضافيان',
        few: `${full(members)} أعضاء إضافيين`,
        many: `${full(members)} عضوًا إضافيًا`,
        other: `${full(members)} عضو إضافي`,
      }),
    notAdded: 'تعذّر تحميل المزيد من الأعضاء',
    ends: (soonText) => `الانتهاء ${soonText}`,
  },

  moves: {
    youMoved: (rank, up) => `${up ? 'صعدت' : 'تراجعت'} إلى المركز ${full(rank)}`,
    memberMoved: (name, rank) => `${name}: صعود إلى المركز ${full(rank)}`,
    up: (places) =>
      plural(places, {
        zero: `صعود ${full(places)} مركز`,
        one: 'صعود مركز واحد',
        two: 'صعود مركزين',
        few: `صعود ${full(places)} مراكز`,
        many: `صعود ${full(places)} مركزًا`,
        other: `صعود ${full(places)} مركز`,
      }),
    down: (places) =>
      plural(places, {
        zero: `تراجع ${full(places)} مركز`,
        one: 'تراجع مركز واحد',
        two: 'تراجع مركزين',
        few: `تراجع ${full(places)} مراكز`,
        many: `تراجع ${full(places)} مركزًا`,
        other: `تراجع ${full(places)} مركز`,
      }),
    reached: (level) => `تم بلوغ المستوى ${full(level)}`,
    youReached: (level) => `وصلت إلى المستوى ${full(level)}`,
    unlocked: (name) => `حصلت على ${name}`,
    fresh: 'فُتحت للتو',
  },

  toast: {
    close: 'إغلاق',
    jump: (from, to) => `المستوى ${full(from)} ← ${full(to)}`,
    unlocked: (rewards) =>
      plural(rewards, {
        zero: `حصلت على ${full(rewards)} مكافأة`,
        one: 'حصلت على مكافأة واحدة',
        two: 'حصلت على مكافأتين',
        few: `حصلت على ${full(rewards)} مكافآت`,
        many: `حصلت على ${full(rewards)} مكافأة`,
        other: `حصلت على ${full(rewards)} مكافأة`,
      }),
  },

  rewards: {
    progress: (name) => `التقدم نحو ${name}`,
    showAll: (total) => `عرض الكل (${full(total)})`,
    showFewer: 'عرض أقل',
    states: {
      locked: 'مقفلة',
      unlocked: 'مفتوحة',
      claimed: 'مستلمة',
      fulfilling: 'في الطريق',
      fulfilled: 'لك',
      failed: 'قيد المراجعة',
      unknown: 'قيد المراجعة',
      expired: 'منتهية',
      revoked: 'مسحوبة',
    },
  },

  claim: {
    claim: 'استلام',
    claiming: 'جارٍ الاستلام',
    checking: 'جارٍ التحقق',
    checkAgain: 'إعادة التحقق',
    done: (name) => `استلمت ${name}`,
    unlockedOn: (date) => `تاريخ الفتح: ${date}`,
    claimedOn: (date) => `تاريخ الاستلام: ${date}`,
    role: (name) => `تمنحك دور «${name}».`,
    open: (host) => `فتح ${host}`,
    newTab: 'في علامة تبويب جديدة',
    copy: 'نسخ',
    copied: 'تم النسخ',
    notCopied: 'لا يمكن لهذه الصفحة النسخ. الرمز محدّد: يُرجى نسخه يدويًا.',
    about: {
      fulfilling: 'إنها في طريقها إليك. لا يلزمك فعل أي شيء.',
      failed: 'تعذّر التسليم. إذا استمر ذلك، يُرجى سؤال فريق المجتمع.',
      unknown: 'ليس مؤكدًا أنها وصلتك. إذا لم تصل، يُرجى سؤال فريق المجتمع.',
      expired: 'انتهى وقتها ولم يعد بالإمكان استخدامها.',
      revoked: 'استعادها المجتمع.',
    },
    problems: {
      elsewhere: ['سبق أن استلمتها', 'كان ذلك في صفحة أخرى أو على جهاز آخر.'],
      notNow: ['لا يمكن استلامها الآن', 'يُرجى الانتظار قليلًا ثم إعادة المحاولة.'],
      withdrawn: ['لم تعد هذه المكافأة تُمنح', 'لم يُستلم شيء.'],
      signedOut: ['تم تسجيل خروجك', 'يُرجى تسجيل الدخول ثم استلامها من جديد.'],
      forbidden: ['هذا للأعضاء', 'يُرجى الانضمام إلى المجتمع ثم استلامها من جديد.'],
      limited: (seconds) => [
        'طلبات كثيرة جدًا',
        seconds ? `يمكن استلامها ${soon(seconds)}.` : 'يُرجى الانتظار قليلًا ثم استلامها من جديد.',
      ],
      refused: ['تعذّر استلامها', 'يُرجى إعادة تحميل الصفحة ثم المحاولة من جديد.'],
      unanswered: ['لم يستجب الخادم', 'لم يُستلم شيء. يُرجى إعادة المحاولة.'],
      unsure: ['لم يستجب الخادم', 'ليس مؤكدًا أنها استُلمت: يُرجى إعادة التحقق.'],
    },
  },

  activity: {
    title: 'النشاط',
    showMore: 'عرض المزيد',
    showingMore: 'جارٍ التحميل',
    notShown: ['تعذّر تحميل المزيد', 'يُرجى الانتظار قليلًا ثم إعادة المحاولة.'],
    shown: (entries) =>
      plural(entries, {
        zero: `${full(entries)} سجل إضافي`,
        one: 'سجل إضافي واحد',
        two: 'سجلان إضافيان',
        few: `${full(entries)} سجلات إضافية`,
        many: `${full(entries)} سجلًا إضافيًا`,
        other: `${full(entries)} سجل إضافي`,
      }),
    total: (xp) => `المجموع ${full(xp)} XP`,
    sources: {
      chat: 'رسالة في الدردشة',
      reply: 'رد',
      reaction: 'تفاعل',
      reaction_received: 'تفاعل تلقيته',
      lesson: 'درس',
      membership: 'عضوية',
      payment: 'دفعة',
      given: 'منحة من المجتمع',
      taken: 'خصم من المجتمع',
      takenBack: 'تم سحبها',
      givenBack: 'تمت إعادتها',
      reset: 'إعادة إلى الصفر',
      resetUndone: 'إلغاء الإعادة إلى الصفر',
    },
    none: (why) => `بلا XP: ${why}`,
    clipped: (xp, of, why) => `${full(xp)} من ${of}: ${why}`,
    range: (min, max) => `عشوائيًا من ${full(min)} إلى ${full(max)}`,
    repeat: (count, received) => `التفاعل رقم ${full(count)} ${received ? 'من العضو نفسه' : 'مع العضو نفسه'}`,
    joined: (parts) => parts.join('، '),
    part: (percent) => `${full(percent)}% منها`,
    because: { refund: 'استرداد', dispute: 'دفعة متنازع عليها', deactivation: 'انتهت العضوية' },
    why: {
      cooldown: (time) => (time ? `يمكنك الكسب من جديد بعد ${time}` : 'سبق أن كسبت قبل لحظات'),
      cap: {
        source: {
          day: (xp) => `الحد الأقصى من هذا ${full(xp)} XP في اليوم`,
          week: (xp) => `الحد الأقصى من هذا ${full(xp)} XP في الأسبوع`,
        },
        all: {
          day: (xp) => `الحد الأقصى ${full(xp)} XP في اليوم`,
          week: (xp) => `الحد الأقصى ${full(xp)} XP في الأسبوع`,
        },
      },
      bank: 'كسبت الكثير من هذا مؤخرًا، ويعود ذلك مع الوقت',
      'source-off': 'هذا لا يمنح شيئًا هنا',
      'too-short': (characters) =>
        characters
          ? plural(characters, {
              zero: `أقصر من ${full(characters)} حرف`,
              one: 'أقصر من حرف واحد',
              two: 'أقصر من حرفين',
              few: `أقصر من ${full(characters)} أحرف`,
              many: `أقصر من ${full(characters)} حرفًا`,
              other: `أقصر من ${full(characters)} حرف`,
            })
          : 'قصيرة جدًا',
      'no-xp-experience': 'لا يُكسب شيء في هذا المكان',
      'no-xp-member': 'لا تكسب شيئًا هنا',
    },
  },
});
