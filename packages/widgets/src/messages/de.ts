import type { Format } from './format.ts';
import type { Messages } from './en.ts';
import type { MoreMessages } from './en-more.ts';

export const messages = ({ full, compact, relative, plural }: Format): Messages => ({
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
    progress: (level) => `Fortschritt zu Level ${full(level)}`,
    toNext: (xp, level) => `${compact(xp)} XP bis Level ${full(level)}`,
    top: 'Höchstes Level',
    rank: 'Rang',
    of: (total) => `von ${compact(total)}`,
    none: 'Noch keiner',
    streak: 'Serie',
    days: (days) => `${full(days)} ${plural(days, { one: 'Tag', other: 'Tage' })}`,
    active: (at) => `Aktiv ${relative(at)}`,
    now: 'Du kannst jetzt XP sammeln',
    wait: (seconds) =>
      `Wieder XP in ${seconds < 100 ? `${full(seconds)} s` : `${full(Math.ceil(seconds / 60))} min`}`,
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
    progress: (name) => `Fortschritt zu ${name}`,
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
});

export const more = ({ full, relative, plural }: Format): MoreMessages => ({
  retry: 'Nochmal versuchen',

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
});
