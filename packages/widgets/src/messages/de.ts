import type { LateFormat } from './late-format.ts';
import type { Messages } from './en.ts';
import type { MoreMessages } from './en-more.ts';

function span(seconds: number): string {
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.ceil(minutes / 60)} h`;
}

export const messages = ({ full, compact, plural }: LateFormat): Messages => ({
  loading: 'Wird geladen',
  failed: 'Das konnte nicht geladen werden. Versuche es später nochmal.',
  member: 'Mitglied',

  level: 'Level',
  levelNumber: (level) => `Level ${full(level)}`,
  xp: (xp) => `${compact(xp)} XP`,
  xpInFull: (xp) => `${full(xp)} XP`,

  card: {
    title: 'Rangkarte',
    label: (name) => `Rangkarte von ${name}`,
    xpOf: (xp, next) => `${compact(xp)} / ${compact(next)} XP`,
    toNext: (xp, level) => `${compact(xp)} XP bis Level ${full(level)}`,
    top: 'Höchstes Level',
    rank: 'Rang',
    of: (total) => `von ${compact(total)}`,
    none: 'Kommt noch',
    streak: 'Serie',
    days: (days) => `${full(days)} ${plural(days, { one: 'Tag', other: 'Tage' })}`,
  },

  board: {
    title: 'Bestenliste',
    boards: { newcomers: 'Neu dabei', climbers: 'Aufsteiger' },
    windows: { all: 'Gesamt', day: 'Heute', week: 'Diese Woche', month: 'Dieser Monat' },
    tabs: { all: 'Gesamt', day: 'Tag', week: 'Woche', month: 'Monat' },
    rank: 'Rang',
    member: 'Mitglied',
    xp: 'XP',
    total: (members) => `${compact(members)} ${plural(members, { one: 'Mitglied', other: 'Mitglieder' })}`,
  },

  rewards: {
    title: 'Belohnungen',
    count: (reached, total) => `${full(reached)} von ${full(total)} freigeschaltet`,
    total: (total) => `${full(total)} ${plural(total, { one: 'Belohnung', other: 'Belohnungen' })}`,
    toGo: (xp) => `Noch ${compact(xp)} XP`,
  },
});

export const more = ({ full, relative, plural }: LateFormat): MoreMessages => ({
  retry: 'Neu laden',
  sentence: (text) => `${text}.`,

  live: 'Live',
  updated: (at) => `Aktualisiert ${relative(at)}`,
  reconnecting: 'Verbindung wird hergestellt',
  offline: (at) => `Offline. Zuletzt aktualisiert ${relative(at)}.`,
  stale: (at) => `Nicht aktualisiert. Letzter Stand ${relative(at)}.`,

  problems: {
    'no-community': ['Keine Community gewählt', 'Nenne eine im Attribut „community“.'],
    'bad-address': ['Die API-Adresse ist nicht brauchbar', 'Prüfe das Attribut „api“.'],
    'unknown-community': [
      'Diese Community ist nicht bekannt',
      'Prüfe ihre ID, oder komm nach ihrer ersten Nachricht wieder.',
    ],
    'unknown-member': ['Dieses Mitglied hat noch keine Karte', 'Sie erscheint mit der ersten Nachricht.'],
    unauthenticated: ['Du bist nicht angemeldet', 'Melde dich an, um das zu sehen.'],
    forbidden: ['Das ist für Mitglieder', 'Tritt der Community bei, um es zu sehen.'],
    'rate-limited': ['Zu viele Anfragen', 'Warte einen Moment und versuche es dann nochmal.'],
    unreachable: ['Der Server antwortet nicht', 'Prüfe deine Verbindung und versuche es dann nochmal.'],
    failed: ['Das konnte nicht geladen werden', 'Warte einen Moment und versuche es dann nochmal.'],
  },

  empty: {
    'wee5-leaderboard': ['Noch niemand auf der Liste', 'Sag Hallo im Chat.'],
    'wee5-reward-list': ['Noch keine Belohnungen', 'Was ein Level bringt, steht dann hier.'],
    'wee5-activity': ['Noch nichts da', 'Sag Hallo im Chat: Was du verdienst, steht dann hier.'],
  },

  card: {
    active: (at) => `Aktiv ${relative(at)}`,
    now: 'Du kannst jetzt XP sammeln',
    wait: (seconds) => `Wieder XP in ${span(seconds)}`,
    waits: {
      chat: (seconds) => `Chat bringt wieder XP in ${span(seconds)}`,
      reply: (seconds) => `Antworten bringen wieder XP in ${span(seconds)}`,
      reaction: (seconds) => `Reaktionen bringen wieder XP in ${span(seconds)}`,
      lesson: (seconds) => `Lektionen bringen wieder XP in ${span(seconds)}`,
    },
    gained: (xp) => `+${full(xp)}`,
    earnBy: (time) => `Bis ${time}`,
    keepStreak: (time) => `Sammle bis ${time} XP, damit deine Serie hält`,
    frozen: (days) => `Eingefroren seit ${full(days)} ${plural(days, { one: 'Tag', other: 'Tagen' })}`,
    freezes: (count) => `Noch ${full(count)} ${plural(count, { one: 'Freeze', other: 'Freezes' })}`,
    kept: 'Für heute sicher',
    badges: 'Abzeichen',
    moreBadges: (count) => `+${full(count)}`,
  },

  board: {
    you: 'Du',
    showMore: 'Mehr zeigen',
    aroundYou: 'Um dich herum',
    top: 'Zur Spitze',
    added: (members) =>
      `${full(members)} ${plural(members, { one: 'weiteres Mitglied', other: 'weitere Mitglieder' })}`,
    notAdded: 'Weitere Mitglieder konnten nicht geladen werden',
    ends: (soon) => `Endet ${soon}`,
  },

  moves: {
    youMoved: (rank, up) => `Du bist auf Rang ${full(rank)} ${up ? 'gestiegen' : 'gefallen'}`,
    memberMoved: (name, rank) => `${name} ist auf Rang ${full(rank)} gestiegen`,
    up: (places) => `${full(places)} ${plural(places, { one: 'Platz', other: 'Plätze' })} hoch`,
    down: (places) => `${full(places)} ${plural(places, { one: 'Platz', other: 'Plätze' })} runter`,
    reached: (level) => `Level ${full(level)} erreicht`,
    youReached: (level) => `Du hast Level ${full(level)} erreicht`,
    unlocked: (name) => `Du hast ${name} freigeschaltet`,
    fresh: 'Gerade freigeschaltet',
  },

  toast: {
    close: 'Schließen',
    jump: (from, to) => `Level ${full(from)} → ${full(to)}`,
    unlocked: (rewards) => `Du hast ${full(rewards)} Belohnungen freigeschaltet`,
  },

  rewards: {
    progress: (name) => `Fortschritt zu ${name}`,
    showAll: (total) => `Alle ${full(total)} zeigen`,
    showFewer: 'Weniger zeigen',
    states: {
      locked: 'Gesperrt',
      unlocked: 'Freigeschaltet',
      claimed: 'Abgeholt',
      fulfilling: 'Unterwegs',
      fulfilled: 'Deins',
      failed: 'Wird geprüft',
      unknown: 'Wird geprüft',
      expired: 'Abgelaufen',
      revoked: 'Zurückgenommen',
    },
  },

  claim: {
    claim: 'Abholen',
    claiming: 'Wird abgeholt',
    checking: 'Wird geprüft',
    checkAgain: 'Nochmal prüfen',
    done: (name) => `Du hast ${name} abgeholt`,
    unlockedOn: (date) => `Freigeschaltet am ${date}`,
    claimedOn: (date) => `Abgeholt am ${date}`,
    role: (name) => `Du bekommst die Rolle „${name}“.`,
    open: (host) => `${host} öffnen`,
    newTab: 'in einem neuen Tab',
    copy: 'Kopieren',
    copied: 'Kopiert',
    notCopied: 'Diese Seite darf nicht kopieren. Der Code ist ausgewählt: Kopiere ihn selbst.',
    about: {
      fulfilling: 'Es ist unterwegs zu dir. Du musst nichts tun.',
      failed: 'Die Übergabe hat nicht geklappt. Wenn es so bleibt, frag das Team der Community.',
      unknown: 'Es ist nicht sicher, ob es dich erreicht hat. Falls nicht, frag das Team der Community.',
      expired: 'Die Zeit dafür ist vorbei, es gilt nicht mehr.',
      revoked: 'Die Community hat es zurückgenommen.',
    },
    problems: {
      elsewhere: ['Du hast das schon abgeholt', 'Auf einer anderen Seite oder einem anderen Gerät.'],
      notNow: ['Das lässt sich gerade nicht abholen', 'Warte einen Moment und versuche es dann nochmal.'],
      withdrawn: ['Das gibt es nicht mehr', 'Es wurde nichts abgeholt.'],
      signedOut: ['Du bist abgemeldet', 'Melde dich an und hole es dann nochmal ab.'],
      forbidden: ['Das ist für Mitglieder', 'Tritt der Community bei und hole es dann nochmal ab.'],
      limited: (seconds) => [
        'Zu viele Anfragen',
        `Warte ${seconds ? `${full(seconds)} s` : 'einen Moment'} und hole es dann nochmal ab.`,
      ],
      refused: ['Das konnte nicht abgeholt werden', 'Lade die Seite neu und versuche es dann nochmal.'],
      unanswered: ['Der Server hat nicht geantwortet', 'Es wurde nichts abgeholt. Versuche es nochmal.'],
      unsure: ['Der Server hat nicht geantwortet', 'Es ist nicht sicher, ob es abgeholt ist: Prüfe nochmal.'],
    },
  },

  activity: {
    title: 'Aktivität',
    showMore: 'Mehr zeigen',
    showingMore: 'Wird geladen',
    notShown: ['Mehr konnte nicht geladen werden', 'Warte einen Moment und versuche es dann nochmal.'],
    shown: (entries) => `${full(entries)} ${plural(entries, { one: 'Eintrag', other: 'Einträge' })} mehr`,
    total: (xp) => `${full(xp)} XP insgesamt`,
    sources: {
      chat: 'Chatnachricht',
      reply: 'Antwort',
      reaction: 'Reaktion',
      reaction_received: 'Reaktion bekommen',
      lesson: 'Lektion',
      membership: 'Mitgliedschaft',
      payment: 'Zahlung',
      given: 'Von der Community gegeben',
      taken: 'Von der Community genommen',
      takenBack: 'Zurückgenommen',
      givenBack: 'Zurückgegeben',
      reset: 'Zurückgesetzt',
      resetUndone: 'Zurücksetzen rückgängig gemacht',
    },
    none: (why) => `Keine XP: ${why}`,
    clipped: (xp, of, why) => `${full(xp)} von ${of}: ${why}`,
    range: (min, max) => `gezogen aus ${full(min)} bis ${full(max)}`,
    repeat: (count, received) => `Reaktion ${full(count)} ${received ? 'von' : 'an'} demselben Mitglied`,
    joined: (parts) => parts.join(', '),
    part: (percent) => `${full(percent)} % davon`,
    because: {
      refund: 'Rückzahlung',
      dispute: 'Angefochtene Zahlung',
      deactivation: 'Mitgliedschaft beendet',
    },
    why: {
      cooldown: (time) =>
        time ? `du kannst nach ${time} wieder sammeln` : 'du hattest kurz davor schon gesammelt',
      cap: {
        source: {
          day: (xp) => `hierfür gibt es höchstens ${full(xp)} XP am Tag`,
          week: (xp) => `hierfür gibt es höchstens ${full(xp)} XP in der Woche`,
        },
        all: {
          day: (xp) => `es gibt höchstens ${full(xp)} XP am Tag`,
          week: (xp) => `es gibt höchstens ${full(xp)} XP in der Woche`,
        },
      },
      bank: 'du hast davon zuletzt viel gesammelt, mit der Zeit geht es wieder',
      'source-off': 'das bringt hier nichts',
      'too-short': (characters) => (characters ? `kürzer als ${full(characters)} Zeichen` : 'zu kurz'),
      'no-xp-experience': 'an diesem Ort gibt es nichts',
      'no-xp-member': 'du sammelst hier nichts',
    },
  },
});
