import type { Messages } from './en.ts';
import type { MoreMessages } from './en-more.ts';
import type { LateFormat } from './late-format.ts';

export const messages = ({ full, compact, plural }: LateFormat): Messages => ({
  loading: 'Laden',
  failed: 'Dit kon niet worden geladen. Probeer het later opnieuw.',
  member: 'Lid',

  level: 'Level',
  levelNumber: (level) => `Level ${full(level)}`,
  xp: (xp) => `${compact(xp)} XP`,
  xpInFull: (xp) => `${full(xp)} XP`,

  card: {
    title: 'Rangkaart',
    label: (name) => `Rangkaart van ${name}`,
    xpOf: (xp, next) => `${compact(xp)} / ${compact(next)} XP`,
    toNext: (xp, level) => `${compact(xp)} XP tot level ${full(level)}`,
    top: 'Hoogste level',
    rank: 'Rang',
    of: (total) => `van ${compact(total)}`,
    none: 'Nog geen',
    streak: 'Reeks',
    days: (days) => `${full(days)} ${plural(days, { one: 'dag', other: 'dagen' })}`,
  },

  board: {
    title: 'Ranglijst',
    boards: { newcomers: 'Nieuw erbij', climbers: 'Stijgers' },
    windows: { all: 'Alles', day: 'Vandaag', week: 'Deze week', month: 'Deze maand' },
    tabs: { all: 'Alles', day: 'Dag', week: 'Week', month: 'Maand' },
    rank: 'Rang',
    member: 'Lid',
    xp: 'XP',
    total: (members) => `${compact(members)} ${plural(members, { one: 'lid', other: 'leden' })}`,
  },

  rewards: {
    title: 'Beloningen',
    count: (reached, total) => `${full(reached)} van ${full(total)} vrijgespeeld`,
    total: (total) => `${full(total)} ${plural(total, { one: 'beloning', other: 'beloningen' })}`,
    toGo: (xp) => `Nog ${compact(xp)} XP`,
  },
});

export const more = ({ full, relative, plural, soon }: LateFormat): MoreMessages => ({
  retry: 'Opnieuw',
  sentence: (text) => `${text}.`,

  live: 'Live',
  updated: (at) => `Bijgewerkt: ${relative(at)}`,
  reconnecting: 'Opnieuw verbinden',
  offline: (at) => `Offline. Laatst bijgewerkt: ${relative(at)}.`,
  stale: (at) => `Vernieuwen lukte niet. Laatst bijgewerkt: ${relative(at)}.`,

  problems: {
    'no-community': ['Geen community gekozen', 'Noem er een in het attribuut ‘community’.'],
    'bad-address': ['Het API-adres is niet bruikbaar', 'Controleer het attribuut ‘api’.'],
    'unknown-community': [
      'Deze community is niet bekend',
      'Controleer de id, of kom terug na het eerste bericht.',
    ],
    'unknown-member': ['Dit lid heeft nog geen kaart', 'Die verschijnt met het eerste bericht.'],
    unauthenticated: ['Je bent niet ingelogd', 'Log in om dit te zien.'],
    forbidden: ['Dit is voor leden', 'Word lid van de community om het te zien.'],
    'rate-limited': ['Te veel verzoeken', 'Wacht even en probeer het opnieuw.'],
    unreachable: ['De server antwoordt niet', 'Controleer je verbinding en probeer het opnieuw.'],
    failed: ['Dit kon niet worden geladen', 'Wacht even en probeer het opnieuw.'],
  },

  empty: {
    'wee5-leaderboard': ['Nog niemand op de lijst', 'Zeg hallo in de chat.'],
    'wee5-reward-list': ['Nog geen beloningen', 'Wat een level oplevert, komt hier te staan.'],
    'wee5-activity': ['Nog niets hier', 'Zeg hallo in de chat: wat je verdient, komt hier te staan.'],
  },

  card: {
    active: (at) => `Actief: ${relative(at)}`,
    now: 'Je kunt nu XP verdienen',
    wait: (seconds) => `Weer XP ${soon(seconds)}`,
    waits: {
      chat: (seconds) => `Chat: weer XP ${soon(seconds)}`,
      reply: (seconds) => `Antwoorden: XP ${soon(seconds)}`,
      reaction: (seconds) => `Reacties: XP ${soon(seconds)}`,
      lesson: (seconds) => `Lessen: weer XP ${soon(seconds)}`,
    },
    gained: (xp) => `+${full(xp)}`,
    earnBy: (time) => `XP tot ${time}`,
    keepStreak: (time) => `Verdien XP voor ${time} om je reeks te behouden`,
    frozen: (days) => `Al ${full(days)} ${plural(days, { one: 'dag', other: 'dagen' })} bevroren`,
    freezes: (count) => `Nog ${full(count)} ${plural(count, { one: 'freeze', other: 'freezes' })}`,
    kept: 'Veilig voor vandaag',
    badges: 'Badges',
    moreBadges: (count) => `+${full(count)}`,
  },

  board: {
    you: 'Jij',
    showMore: 'Meer tonen',
    aroundYou: 'Rondom jou',
    top: 'Naar de top',
    added: (members) => `Nog ${full(members)} ${plural(members, { one: 'lid', other: 'leden' })}`,
    notAdded: 'Meer leden konden niet worden geladen',
    ends: (soonText) => `Eindigt ${soonText}`,
  },

  moves: {
    youMoved: (rank, up) => `Je bent ${up ? 'gestegen' : 'gedaald'} naar rang ${full(rank)}`,
    memberMoved: (name, rank) => `${name} is gestegen naar rang ${full(rank)}`,
    up: (places) => `${full(places)} ${plural(places, { one: 'plaats', other: 'plaatsen' })} omhoog`,
    down: (places) => `${full(places)} ${plural(places, { one: 'plaats', other: 'plaatsen' })} omlaag`,
    reached: (level) => `Level ${full(level)} bereikt`,
    youReached: (level) => `Je hebt level ${full(level)} bereikt`,
    unlocked: (name) => `Je hebt ${name} vrijgespeeld`,
    fresh: 'Net vrijgespeeld',
  },

  toast: {
    close: 'Sluiten',
    jump: (from, to) => `Level ${full(from)} → ${full(to)}`,
    unlocked: (rewards) =>
      `Je hebt ${full(rewards)} ${plural(rewards, { one: 'beloning', other: 'beloningen' })} vrijgespeeld`,
  },

  rewards: {
    progress: (name) => `Voortgang naar ${name}`,
    showAll: (total) => `Alle ${full(total)} tonen`,
    showFewer: 'Minder tonen',
    states: {
      locked: 'Vergrendeld',
      unlocked: 'Vrijgespeeld',
      claimed: 'Opgehaald',
      fulfilling: 'Onderweg',
      fulfilled: 'Van jou',
      failed: 'Wordt bekeken',
      unknown: 'Wordt bekeken',
      expired: 'Verlopen',
      revoked: 'Ingetrokken',
    },
  },

  claim: {
    claim: 'Ophalen',
    claiming: 'Wordt opgehaald',
    checking: 'Wordt nagekeken',
    checkAgain: 'Opnieuw nakijken',
    done: (name) => `Je hebt ${name} opgehaald`,
    unlockedOn: (date) => `Vrijgespeeld op ${date}`,
    claimedOn: (date) => `Opgehaald op ${date}`,
    role: (name) => `Je krijgt de rol ‘${name}’.`,
    open: (host) => `${host} openen`,
    newTab: 'in een nieuw tabblad',
    copy: 'Kopiëren',
    copied: 'Gekopieerd',
    notCopied: 'Deze pagina mag niet kopiëren. De code is geselecteerd: kopieer hem zelf.',
    about: {
      fulfilling: 'Het is naar je onderweg. Je hoeft niets te doen.',
      failed: 'Het overhandigen lukte niet. Blijft dit zo, vraag het dan aan het team van de community.',
      unknown: 'Het is niet zeker dat je het hebt gekregen. Zo niet, vraag het team van de community.',
      expired: 'De tijd ervoor is voorbij: je kunt het niet meer gebruiken.',
      revoked: 'De community heeft het teruggenomen.',
    },
    problems: {
      elsewhere: ['Je hebt dit al opgehaald', 'Dat was op een andere pagina of een ander apparaat.'],
      notNow: ['Dit kun je nu niet ophalen', 'Wacht even en probeer het opnieuw.'],
      withdrawn: ['Dit wordt niet meer gegeven', 'Er is niets opgehaald.'],
      signedOut: ['Je bent uitgelogd', 'Log in en haal het opnieuw op.'],
      forbidden: ['Dit is voor leden', 'Word lid van de community en haal het opnieuw op.'],
      limited: (seconds) => [
        'Te veel verzoeken',
        `Haal het ${seconds ? soon(seconds, 'long') : 'zo meteen'} opnieuw op.`,
      ],
      refused: ['Dit kon niet worden opgehaald', 'Laad de pagina opnieuw en probeer het nog eens.'],
      unanswered: ['De server antwoordde niet', 'Er is niets opgehaald. Probeer het opnieuw.'],
      unsure: ['De server antwoordde niet', 'Het is niet zeker dat het is opgehaald: kijk het opnieuw na.'],
    },
  },

  activity: {
    title: 'Activiteit',
    showMore: 'Meer tonen',
    showingMore: 'Laden',
    notShown: ['Meer kon niet worden geladen', 'Wacht even en probeer het opnieuw.'],
    shown: (entries) => `Nog ${full(entries)} ${plural(entries, { one: 'regel', other: 'regels' })}`,
    total: (xp) => `${full(xp)} XP in totaal`,
    sources: {
      chat: 'Chatbericht',
      reply: 'Antwoord',
      reaction: 'Reactie',
      reaction_received: 'Reactie gekregen',
      lesson: 'Les',
      membership: 'Lidmaatschap',
      payment: 'Betaling',
      given: 'Gegeven door de community',
      taken: 'Afgenomen door de community',
      takenBack: 'Teruggenomen',
      givenBack: 'Teruggegeven',
      reset: 'Op nul gezet',
      resetUndone: 'Op nul zetten ongedaan gemaakt',
    },
    none: (why) => `Geen XP: ${why}`,
    clipped: (xp, of, why) => `${full(xp)} van ${of}: ${why}`,
    range: (min, max) => `willekeurig uit ${full(min)} tot ${full(max)}`,
    repeat: (count, received) => `reactie ${full(count)} ${received ? 'van' : 'aan'} hetzelfde lid`,
    joined: (parts) => parts.join(', '),
    part: (percent) => `${full(percent)}% ervan`,
    because: {
      refund: 'Terugbetaling',
      dispute: 'Betwiste betaling',
      deactivation: 'Lidmaatschap beëindigd',
    },
    why: {
      cooldown: (time) => (time ? `je kunt na ${time} weer verdienen` : 'je had net daarvoor al verdiend'),
      cap: {
        source: {
          day: (xp) => `hiervoor krijg je hoogstens ${full(xp)} XP per dag`,
          week: (xp) => `hiervoor krijg je hoogstens ${full(xp)} XP per week`,
        },
        all: {
          day: (xp) => `je krijgt hoogstens ${full(xp)} XP per dag`,
          week: (xp) => `je krijgt hoogstens ${full(xp)} XP per week`,
        },
      },
      bank: 'je hebt hier de laatste tijd veel mee verdiend; dat herstelt met de tijd',
      'source-off': 'dit levert hier niets op',
      'too-short': (characters) =>
        characters
          ? `korter dan ${full(characters)} ${plural(characters, { one: 'teken', other: 'tekens' })}`
          : 'te kort',
      'no-xp-experience': 'op deze plek valt niets te verdienen',
      'no-xp-member': 'je verdient hier niets',
    },
  },
});
