import type { Format } from './format.ts';
import type { Messages } from './en.ts';
import type { MoreMessages } from './en-more.ts';

function span(seconds: number): string {
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.ceil(minutes / 60)} h`;
}

export const messages = ({ full, compact, plural }: Format): Messages => ({
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
    none: 'Noch keiner',
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
    earnBy: (time) => `XP bis ${time}`,
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
});
