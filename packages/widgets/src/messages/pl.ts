import type { Messages } from './en.ts';
import type { MoreMessages } from './en-more.ts';
import type { LateFormat } from './late-format.ts';

export const messages = ({ full, compact, plural }: LateFormat): Messages => ({
  loading: 'Wczytywanie',
  failed: 'Nie udało się wczytać. Spróbuj później.',
  member: 'Członek',

  level: 'Poziom',
  levelNumber: (level) => `Poziom ${full(level)}`,
  xp: (xp) => `${compact(xp)} XP`,
  xpInFull: (xp) => `${full(xp)} XP`,

  card: {
    title: 'Karta rankingowa',
    label: (name) => `Karta rankingowa: ${name}`,
    xpOf: (xp, next) => `${compact(xp)} / ${compact(next)} XP`,
    toNext: (xp, level) => `${compact(xp)} XP do poziomu ${full(level)}`,
    top: 'Najwyższy poziom',
    rank: 'Miejsce',
    of: (total) => `z ${compact(total)}`,
    none: 'Jeszcze brak',
    streak: 'Seria',
    days: (days) => `${full(days)} ${plural(days, { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' })}`,
  },

  board: {
    title: 'Ranking',
    boards: { newcomers: 'Nowe osoby', climbers: 'W górę' },
    windows: { all: 'Ogółem', day: 'Dziś', week: 'Ten tydzień', month: 'Ten miesiąc' },
    tabs: { all: 'Ogółem', day: 'Dzień', week: 'Tydzień', month: 'Miesiąc' },
    rank: 'Miejsce',
    member: 'Osoba',
    xp: 'XP',
    total: (members) =>
      `${compact(members)} ${plural(members, { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' })}`,
  },

  rewards: {
    title: 'Nagrody',
    count: (reached, total) => `Odblokowane: ${full(reached)} z ${full(total)}`,
    total: (total) =>
      `${full(total)} ${plural(total, { one: 'nagroda', few: 'nagrody', many: 'nagród', other: 'nagrody' })}`,
    toGo: (xp) => `Jeszcze ${compact(xp)} XP`,
  },
});

export const more = ({ full, relative, plural, soon }: LateFormat): MoreMessages => ({
  retry: 'Ponów',
  sentence: (text) => `${text}.`,

  live: 'Na żywo',
  updated: (at) => `Aktualizacja: ${relative(at)}`,
  reconnecting: 'Ponowne łączenie',
  offline: (at) => `Offline. Ostatnia aktualizacja: ${relative(at)}.`,
  stale: (at) => `Nie udało się odświeżyć. Ostatnia aktualizacja: ${relative(at)}.`,

  problems: {
    'no-community': ['Nie wybrano społeczności', 'Podaj ją w atrybucie „community”.'],
    'bad-address': ['Adres API jest niepoprawny', 'Sprawdź atrybut „api”.'],
    'unknown-community': [
      'Ta społeczność nie jest znana',
      'Sprawdź jej identyfikator albo wróć po pierwszej wiadomości.',
    ],
    'unknown-member': ['Ta osoba nie ma jeszcze karty', 'Pojawi się z pierwszą wiadomością.'],
    unauthenticated: ['Nie jesteś na swoim koncie', 'Zaloguj się, aby to zobaczyć.'],
    forbidden: ['To jest dla członków', 'Dołącz do społeczności, aby to zobaczyć.'],
    'rate-limited': ['Za dużo zapytań', 'Poczekaj chwilę i spróbuj ponownie.'],
    unreachable: ['Serwer nie odpowiada', 'Sprawdź połączenie i spróbuj ponownie.'],
    failed: ['Nie udało się wczytać', 'Poczekaj chwilę i spróbuj ponownie.'],
  },

  empty: {
    'wee5-leaderboard': ['W rankingu nikogo jeszcze nie ma', 'Przywitaj się na czacie.'],
    'wee5-reward-list': ['Nie ma jeszcze nagród', 'Tutaj zobaczysz, co daje każdy poziom.'],
    'wee5-activity': ['Nic tu jeszcze nie ma', 'Przywitaj się na czacie: tutaj zobaczysz, co zdobywasz.'],
  },

  card: {
    active: (at) => `Aktywność: ${relative(at)}`,
    now: 'Możesz już zdobywać XP',
    wait: (seconds) => `Znów XP ${soon(seconds)}`,
    waits: {
      chat: (seconds) => `Czat: znów XP ${soon(seconds)}`,
      reply: (seconds) => `Odpowiedzi: XP ${soon(seconds)}`,
      reaction: (seconds) => `Reakcje: XP ${soon(seconds)}`,
      lesson: (seconds) => `Lekcje: XP ${soon(seconds)}`,
    },
    gained: (xp) => `+${full(xp)}`,
    earnBy: (time) => `XP do ${time}`,
    keepStreak: (time) => `Zdobądź XP do ${time}, aby utrzymać serię`,
    frozen: (days) =>
      `Chroniona od ${full(days)} ${plural(days, { one: 'dnia', few: 'dni', many: 'dni', other: 'dnia' })}`,
    freezes: (count) =>
      `Jeszcze ${full(count)} ${plural(count, { one: 'ochrona', few: 'ochrony', many: 'ochron', other: 'ochrony' })}`,
    kept: 'Na dziś bezpieczna',
    badges: 'Odznaki',
    moreBadges: (count) => `+${full(count)}`,
  },

  board: {
    you: 'Ty',
    showMore: 'Pokaż więcej',
    aroundYou: 'Wokół ciebie',
    top: 'Na szczyt',
    added: (members) =>
      `Jeszcze ${full(members)} ${plural(members, { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' })}`,
    notAdded: 'Nie udało się wczytać kolejnych osób',
    ends: (soonText) => `Koniec ${soonText}`,
  },

  moves: {
    youMoved: (rank, up) => `${up ? 'Awansujesz' : 'Spadasz'} na miejsce ${full(rank)}`,
    memberMoved: (name, rank) => `${name} awansuje na miejsce ${full(rank)}`,
    up: (places) =>
      `${full(places)} ${plural(places, { one: 'miejsce', few: 'miejsca', many: 'miejsc', other: 'miejsca' })} w górę`,
    down: (places) =>
      `${full(places)} ${plural(places, { one: 'miejsce', few: 'miejsca', many: 'miejsc', other: 'miejsca' })} w dół`,
    reached: (level) => `Zdobyto poziom ${full(level)}`,
    youReached: (level) => `Osiągasz poziom ${full(level)}`,
    unlocked: (name) => `Odblokowano: ${name}`,
    fresh: 'Przed chwilą',
  },

  toast: {
    close: 'Zamknij',
    jump: (from, to) => `Poziom ${full(from)} → ${full(to)}`,
    unlocked: (rewards) =>
      `Masz ${full(rewards)} ${plural(rewards, { one: 'nową nagrodę', few: 'nowe nagrody', many: 'nowych nagród', other: 'nowej nagrody' })}`,
  },

  rewards: {
    progress: (name) => `Postęp do nagrody ${name}`,
    showAll: (total) => `Pokaż wszystkie (${full(total)})`,
    showFewer: 'Pokaż mniej',
    states: {
      locked: 'Zablokowana',
      unlocked: 'Odblokowana',
      claimed: 'Odebrana',
      fulfilling: 'W drodze',
      fulfilled: 'Twoja',
      failed: 'Sprawdzana',
      unknown: 'Sprawdzana',
      expired: 'Wygasła',
      revoked: 'Wycofana',
    },
  },

  claim: {
    claim: 'Odbierz',
    claiming: 'Odbieranie',
    checking: 'Sprawdzanie',
    checkAgain: 'Sprawdź ponownie',
    done: (name) => `Odebrano: ${name}`,
    unlockedOn: (date) => `Odblokowana: ${date}`,
    claimedOn: (date) => `Odebrana: ${date}`,
    role: (name) => `Daje ci rolę „${name}”.`,
    open: (host) => `Otwórz ${host}`,
    newTab: 'w nowej karcie',
    copy: 'Kopiuj',
    copied: 'Skopiowano',
    notCopied: 'Ta strona nie może kopiować. Kod jest zaznaczony: skopiuj go.',
    about: {
      fulfilling: 'Jest w drodze do ciebie. Nie musisz nic robić.',
      failed: 'Nie udało się jej przekazać. Jeśli to się nie zmieni, zapytaj zespół społeczności.',
      unknown: 'Nie ma pewności, że do ciebie dotarła. Jeśli nie, zapytaj zespół społeczności.',
      expired: 'Jej czas minął i nie można już z niej skorzystać.',
      revoked: 'Społeczność ją wycofała.',
    },
    problems: {
      elsewhere: ['Ta nagroda jest już odebrana', 'Stało się to na innej stronie lub urządzeniu.'],
      notNow: ['Nie można jej teraz odebrać', 'Poczekaj chwilę i spróbuj ponownie.'],
      withdrawn: ['Ta nagroda nie jest już przyznawana', 'Nic nie odebrano.'],
      signedOut: ['Wylogowano cię', 'Zaloguj się i odbierz ją ponownie.'],
      forbidden: ['To jest dla członków', 'Dołącz do społeczności i odbierz ją ponownie.'],
      limited: (seconds) => ['Za dużo zapytań', `Spróbuj ${seconds ? soon(seconds, 'long') : 'za chwilę'}.`],
      refused: ['Nie udało się jej odebrać', 'Odśwież stronę i spróbuj ponownie.'],
      unanswered: ['Serwer nie odpowiedział', 'Nic nie odebrano. Spróbuj ponownie.'],
      unsure: ['Serwer nie odpowiedział', 'Nie ma pewności, że ją odebrano: sprawdź ponownie.'],
    },
  },

  activity: {
    title: 'Aktywność',
    showMore: 'Pokaż więcej',
    showingMore: 'Wczytywanie',
    notShown: ['Nie udało się wczytać więcej', 'Poczekaj chwilę i spróbuj ponownie.'],
    shown: (entries) =>
      `Jeszcze ${full(entries)} ${plural(entries, { one: 'wpis', few: 'wpisy', many: 'wpisów', other: 'wpisu' })}`,
    total: (xp) => `Razem ${full(xp)} XP`,
    sources: {
      chat: 'Wiadomość na czacie',
      reply: 'Odpowiedź',
      reaction: 'Reakcja',
      reaction_received: 'Otrzymana reakcja',
      lesson: 'Lekcja',
      membership: 'Członkostwo',
      payment: 'Płatność',
      given: 'Przyznane przez społeczność',
      taken: 'Odebrane przez społeczność',
      takenBack: 'Cofnięte',
      givenBack: 'Zwrócone',
      reset: 'Wyzerowanie',
      resetUndone: 'Cofnięte wyzerowanie',
    },
    none: (why) => `Bez XP: ${why}`,
    clipped: (xp, of, why) => `${full(xp)} z ${of}: ${why}`,
    range: (min, max) => `losowo od ${full(min)} do ${full(max)}`,
    repeat: (count, received) =>
      `reakcja ${full(count)} ${received ? 'od tej samej' : 'dla tej samej'} osoby`,
    joined: (parts) => parts.join(', '),
    part: (percent) => `${full(percent)}% całości`,
    because: {
      refund: 'Zwrot płatności',
      dispute: 'Zakwestionowana płatność',
      deactivation: 'Koniec członkostwa',
    },
    why: {
      cooldown: (time) => (time ? `znów możesz zdobywać po ${time}` : 'XP były już chwilę wcześniej'),
      cap: {
        source: {
          day: (xp) => `to daje najwyżej ${full(xp)} XP dziennie`,
          week: (xp) => `to daje najwyżej ${full(xp)} XP tygodniowo`,
        },
        all: {
          day: (xp) => `najwięcej to ${full(xp)} XP dziennie`,
          week: (xp) => `najwięcej to ${full(xp)} XP tygodniowo`,
        },
      },
      bank: 'ostatnio było z tego dużo XP; z czasem to wróci',
      'source-off': 'to nic tu nie daje',
      'too-short': (characters) =>
        characters
          ? `mniej niż ${full(characters)} ${plural(characters, { one: 'znak', few: 'znaki', many: 'znaków', other: 'znaku' })}`
          : 'za krótka wiadomość',
      'no-xp-experience': 'w tym miejscu nic się nie zdobywa',
      'no-xp-member': 'tutaj nic nie zdobywasz',
    },
  },
});
