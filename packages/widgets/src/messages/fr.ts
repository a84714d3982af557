import type { Messages } from './en.ts';
import type { MoreMessages } from './en-more.ts';
import type { LateFormat } from './late-format.ts';

// A space before a colon, a percent sign or a guillemet never breaks.

export const messages = ({ full, compact, plural }: LateFormat): Messages => ({
  loading: 'Chargement',
  failed: 'Le chargement a échoué. Réessaie plus tard.',
  member: 'Membre',

  level: 'Niveau',
  levelNumber: (level) => `Niveau ${full(level)}`,
  xp: (xp) => `${compact(xp)} XP`,
  xpInFull: (xp) => `${full(xp)} XP`,

  card: {
    title: 'Carte de rang',
    label: (name) => `Carte de rang de ${name}`,
    xpOf: (xp, next) => `${compact(xp)} / ${compact(next)} XP`,
    toNext: (xp, level) => `${compact(xp)} XP avant le niveau ${full(level)}`,
    top: 'Niveau maximal',
    rank: 'Rang',
    of: (total) => `sur ${compact(total)}`,
    none: 'Pas encore',
    streak: 'Série',
    days: (days) => `${full(days)} ${plural(days, { one: 'jour', many: 'de jours', other: 'jours' })}`,
  },

  board: {
    title: 'Classement',
    boards: { newcomers: 'Nouveaux venus', climbers: 'En progression' },
    windows: { all: 'Depuis toujours', day: 'Aujourd’hui', week: 'Cette semaine', month: 'Ce mois-ci' },
    tabs: { all: 'Total', day: 'Jour', week: 'Semaine', month: 'Mois' },
    rank: 'Rang',
    member: 'Membre',
    xp: 'XP',
    total: (members) =>
      `${compact(members)} ${plural(members, { one: 'membre', many: 'de membres', other: 'membres' })}`,
  },

  rewards: {
    title: 'Récompenses',
    count: (reached, total) =>
      `${full(reached)} sur ${full(total)} ${plural(reached, { one: 'débloquée', many: 'débloquées', other: 'débloquées' })}`,
    total: (total) =>
      `${full(total)} ${plural(total, { one: 'récompense', many: 'de récompenses', other: 'récompenses' })}`,
    toGo: (xp) => `Encore ${compact(xp)} XP`,
  },
});

export const more = ({ full, relative, plural, soon }: LateFormat): MoreMessages => ({
  retry: 'Réessayer',
  sentence: (text) => `${text}.`,

  live: 'En direct',
  updated: (at) => `Mis à jour ${relative(at)}`,
  reconnecting: 'Reconnexion',
  offline: (at) => `Hors ligne. Mis à jour ${relative(at)}.`,
  stale: (at) => `Actualisation impossible. Mis à jour ${relative(at)}.`,

  problems: {
    'no-community': ['Aucune communauté choisie', 'Indiques-en une dans l’attribut «\u{a0}community\u{a0}».'],
    'bad-address': ['L’adresse de l’API est inutilisable', 'Vérifie l’attribut «\u{a0}api\u{a0}».'],
    'unknown-community': [
      'Cette communauté est inconnue',
      'Vérifie son identifiant, ou reviens après son premier message.',
    ],
    'unknown-member': ['Ce membre n’a pas encore de carte', 'Elle apparaîtra avec son premier message.'],
    unauthenticated: ['Tu n’as pas ouvert de session', 'Connecte-toi pour voir ceci.'],
    forbidden: ['C’est réservé aux membres', 'Rejoins la communauté pour le voir.'],
    'rate-limited': ['Trop de demandes', 'Attends un instant, puis réessaie.'],
    unreachable: ['Le serveur ne répond pas', 'Vérifie ta connexion, puis réessaie.'],
    failed: ['Le chargement a échoué', 'Attends un instant, puis réessaie.'],
  },

  empty: {
    'wee5-leaderboard': ['Personne au classement pour l’instant', 'Dis bonjour dans le chat.'],
    'wee5-reward-list': ['Pas encore de récompenses', 'Ce qu’un niveau apporte s’affichera ici.'],
    'wee5-activity': [
      'Rien pour l’instant',
      'Dis bonjour dans le chat\u{a0}: ce que tu gagnes s’affichera ici.',
    ],
  },

  card: {
    active: (at) => `Activité ${relative(at)}`,
    now: 'Tu peux gagner des XP',
    wait: (seconds) => `De nouveau des XP ${soon(seconds)}`,
    waits: {
      chat: (seconds) => `Chat\u{a0}: XP ${soon(seconds)}`,
      reply: (seconds) => `Réponses\u{a0}: XP ${soon(seconds)}`,
      reaction: (seconds) => `Réactions\u{a0}: XP ${soon(seconds)}`,
      lesson: (seconds) => `Leçons\u{a0}: XP ${soon(seconds)}`,
    },
    gained: (xp) => `+${full(xp)}`,
    earnBy: (time) => `Avant ${time}`,
    keepStreak: (time) => `Gagne des XP avant ${time} pour garder ta série`,
    frozen: (days) =>
      `Gelée depuis ${full(days)} ${plural(days, { one: 'jour', many: 'de jours', other: 'jours' })}`,
    freezes: (count) =>
      `${full(count)} ${plural(count, { one: 'gel restant', many: 'de gels restants', other: 'gels restants' })}`,
    kept: 'Assurée aujourd’hui',
    badges: 'Badges',
    moreBadges: (count) => `+${full(count)}`,
  },

  board: {
    you: 'Toi',
    showMore: 'Afficher plus',
    aroundYou: 'Autour de toi',
    top: 'Vers le haut',
    added: (members) =>
      `${full(members)} ${plural(members, { one: 'membre', many: 'de membres', other: 'membres' })} de plus`,
    notAdded: 'Impossible de charger plus de membres',
    ends: (soonText) => `Fin ${soonText}`,
  },

  moves: {
    youMoved: (rank, up) => `Tu ${up ? 'montes' : 'descends'} au rang ${full(rank)}`,
    memberMoved: (name, rank) => `${name} monte au rang ${full(rank)}`,
    up: (places) =>
      `${full(places)} ${plural(places, { one: 'place', many: 'de places', other: 'places' })} vers le haut`,
    down: (places) =>
      `${full(places)} ${plural(places, { one: 'place', many: 'de places', other: 'places' })} vers le bas`,
    reached: (level) => `Niveau ${full(level)} atteint`,
    youReached: (level) => `Tu as atteint le niveau ${full(level)}`,
    unlocked: (name) => `Tu as débloqué ${name}`,
    fresh: 'À l’instant',
  },

  toast: {
    close: 'Fermer',
    jump: (from, to) => `Niveau ${full(from)} → ${full(to)}`,
    unlocked: (rewards) =>
      `Tu as débloqué ${full(rewards)} ${plural(rewards, { one: 'récompense', many: 'de récompenses', other: 'récompenses' })}`,
  },

  rewards: {
    progress: (name) => `Progression vers ${name}`,
    showAll: (total) => `Tout afficher (${full(total)})`,
    showFewer: 'Afficher moins',
    states: {
      locked: 'Verrouillée',
      unlocked: 'Débloquée',
      claimed: 'Récupérée',
      fulfilling: 'En route',
      fulfilled: 'À toi',
      failed: 'En examen',
      unknown: 'En examen',
      expired: 'Expirée',
      revoked: 'Retirée',
    },
  },

  claim: {
    claim: 'Récupérer',
    claiming: 'Récupération',
    checking: 'Vérification',
    checkAgain: 'Vérifier encore',
    done: (name) => `Tu as récupéré ${name}`,
    unlockedOn: (date) => `Débloquée le ${date}`,
    claimedOn: (date) => `Récupérée le ${date}`,
    role: (name) => `Elle te donne le rôle «\u{a0}${name}\u{a0}».`,
    open: (host) => `Ouvrir ${host}`,
    newTab: 'dans un nouvel onglet',
    copy: 'Copier',
    copied: 'Copié',
    notCopied: 'Cette page ne peut pas copier. Le code est sélectionné\u{a0}: copie-le toi-même.',
    about: {
      fulfilling: 'Elle est en route. Tu n’as rien à faire.',
      failed: 'La remise n’a pas fonctionné. Si rien ne change, demande à l’équipe de la communauté.',
      unknown: 'Il n’est pas sûr que tu l’aies reçue. Sinon, demande à l’équipe de la communauté.',
      expired: 'Son délai est passé\u{a0}: elle ne peut plus servir.',
      revoked: 'La communauté l’a reprise.',
    },
    problems: {
      elsewhere: ['Tu l’as déjà récupérée', 'C’était sur une autre page ou un autre appareil.'],
      notNow: ['Impossible de la récupérer maintenant', 'Attends un instant, puis réessaie.'],
      withdrawn: ['Cette récompense n’est plus donnée', 'Rien n’a été récupéré.'],
      signedOut: ['Ta session est fermée', 'Connecte-toi, puis récupère-la.'],
      forbidden: ['C’est réservé aux membres', 'Rejoins la communauté, puis récupère-la.'],
      limited: (seconds) => [
        'Trop de demandes',
        `Réessaie ${seconds ? soon(seconds, 'long') : 'dans un instant'}.`,
      ],
      refused: ['Impossible de la récupérer', 'Recharge la page, puis réessaie.'],
      unanswered: ['Le serveur n’a pas répondu', 'Rien n’a été récupéré. Réessaie.'],
      unsure: ['Le serveur n’a pas répondu', 'Il n’est pas sûr que ce soit récupéré\u{a0}: vérifie encore.'],
    },
  },

  activity: {
    title: 'Activité',
    showMore: 'Afficher plus',
    showingMore: 'Chargement',
    notShown: ['La suite n’a pas pu être chargée', 'Attends un instant, puis réessaie.'],
    shown: (entries) =>
      `${full(entries)} ${plural(entries, { one: 'entrée', many: 'd’entrées', other: 'entrées' })} de plus`,
    total: (xp) => `${full(xp)} XP en tout`,
    sources: {
      chat: 'Message dans le chat',
      reply: 'Réponse',
      reaction: 'Réaction',
      reaction_received: 'Réaction reçue',
      lesson: 'Leçon',
      membership: 'Adhésion',
      payment: 'Paiement',
      given: 'Donnés par la communauté',
      taken: 'Retirés par la communauté',
      takenBack: 'Repris',
      givenBack: 'Rendus',
      reset: 'Remise à zéro',
      resetUndone: 'Remise à zéro annulée',
    },
    none: (why) => `Pas d’XP\u{a0}: ${why}`,
    clipped: (xp, of, why) => `${full(xp)} sur ${of}\u{a0}: ${why}`,
    range: (min, max) => `au hasard entre ${full(min)} et ${full(max)}`,
    repeat: (count, received) => `réaction ${full(count)} ${received ? 'du même membre' : 'au même membre'}`,
    joined: (parts) => parts.join(', '),
    part: (percent) => `${full(percent)}\u{a0}% du total`,
    because: { refund: 'Remboursement', dispute: 'Paiement contesté', deactivation: 'Adhésion terminée' },
    why: {
      cooldown: (time) =>
        time ? `tu peux en regagner après ${time}` : 'tu venais d’en gagner un instant plus tôt',
      cap: {
        source: {
          day: (xp) => `cela rapporte au plus ${full(xp)} XP par jour`,
          week: (xp) => `cela rapporte au plus ${full(xp)} XP par semaine`,
        },
        all: {
          day: (xp) => `le maximum est de ${full(xp)} XP par jour`,
          week: (xp) => `le maximum est de ${full(xp)} XP par semaine`,
        },
      },
      bank: 'tu en as beaucoup tiré ces derniers temps, cela revient peu à peu',
      'source-off': 'cela ne rapporte rien ici',
      'too-short': (characters) =>
        characters
          ? `moins de ${full(characters)} ${plural(characters, { one: 'caractère', many: 'de caractères', other: 'caractères' })}`
          : 'trop court',
      'no-xp-experience': 'on ne gagne rien à cet endroit',
      'no-xp-member': 'tu ne gagnes rien ici',
    },
  },
});
