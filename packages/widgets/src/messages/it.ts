import type { Messages } from './en.ts';
import type { MoreMessages } from './en-more.ts';
import type { LateFormat } from './late-format.ts';

export const messages = ({ full, compact, plural }: LateFormat): Messages => ({
  loading: 'Caricamento',
  failed: 'Caricamento non riuscito. Riprova più tardi.',
  member: 'Membro',

  level: 'Livello',
  levelNumber: (level) => `Livello ${full(level)}`,
  xp: (xp) => `${compact(xp)} XP`,
  xpInFull: (xp) => `${full(xp)} XP`,

  card: {
    title: 'Scheda della posizione',
    label: (name) => `Scheda di ${name}`,
    xpOf: (xp, next) => `${compact(xp)} / ${compact(next)} XP`,
    toNext: (xp, level) => `${compact(xp)} XP al livello ${full(level)}`,
    top: 'Livello massimo',
    rank: 'Posizione',
    of: (total) => `su ${compact(total)}`,
    none: 'Non ancora',
    streak: 'Serie',
    days: (days) => `${full(days)} ${plural(days, { one: 'giorno', many: 'di giorni', other: 'giorni' })}`,
  },

  board: {
    title: 'Classifica',
    boards: { newcomers: 'Nuovi arrivi', climbers: 'In ascesa' },
    windows: { all: 'Da sempre', day: 'Oggi', week: 'Questa settimana', month: 'Questo mese' },
    tabs: { all: 'Totale', day: 'Giorno', week: 'Settimana', month: 'Mese' },
    rank: 'Posizione',
    member: 'Membro',
    xp: 'XP',
    total: (members) =>
      `${compact(members)} ${plural(members, { one: 'membro', many: 'di membri', other: 'membri' })}`,
  },

  rewards: {
    title: 'Premi',
    count: (reached, total) =>
      `${full(reached)} di ${full(total)} ${plural(reached, { one: 'sbloccato', many: 'sbloccati', other: 'sbloccati' })}`,
    total: (total) => `${full(total)} ${plural(total, { one: 'premio', many: 'di premi', other: 'premi' })}`,
    toGo: (xp) => `Mancano ${compact(xp)} XP`,
  },
});

export const more = ({ full, relative, plural, soon }: LateFormat): MoreMessages => ({
  retry: 'Riprova',
  sentence: (text) => `${text}.`,

  live: 'In diretta',
  updated: (at) => `Aggiornato ${relative(at)}`,
  reconnecting: 'Riconnessione',
  offline: (at) => `Offline. Aggiornato ${relative(at)}.`,
  stale: (at) => `Aggiornamento non riuscito. Ultimo: ${relative(at)}.`,

  problems: {
    'no-community': ['Nessuna community scelta', 'Indicane una nell’attributo «community».'],
    'bad-address': ['L’indirizzo dell’API non è utilizzabile', 'Controlla l’attributo «api».'],
    'unknown-community': [
      'Questa community non è conosciuta',
      'Controlla il suo id o torna dopo il suo primo messaggio.',
    ],
    'unknown-member': ['Questo membro non ha ancora una scheda', 'Arriva con il suo primo messaggio.'],
    unauthenticated: ['Non hai effettuato l’accesso', 'Accedi per vedere questo contenuto.'],
    forbidden: ['Riservato ai membri', 'Entra nella community per vederlo.'],
    'rate-limited': ['Troppe richieste', 'Aspetta un momento e riprova.'],
    unreachable: ['Il server non risponde', 'Controlla la connessione e riprova.'],
    failed: ['Caricamento non riuscito', 'Aspetta un momento e riprova.'],
  },

  empty: {
    'wee5-leaderboard': ['Ancora nessuno in classifica', 'Saluta in chat.'],
    'wee5-reward-list': ['Ancora nessun premio', 'Qui vedrai che cosa dà ogni livello.'],
    'wee5-activity': ['Ancora niente', 'Saluta in chat: qui vedrai quello che guadagni.'],
  },

  card: {
    active: (at) => `Attività ${relative(at)}`,
    now: 'Ora puoi guadagnare XP',
    wait: (seconds) => `Di nuovo XP ${soon(seconds)}`,
    waits: {
      chat: (seconds) => `Chat: XP ${soon(seconds)}`,
      reply: (seconds) => `Risposte: XP ${soon(seconds)}`,
      reaction: (seconds) => `Reazioni: XP ${soon(seconds)}`,
      lesson: (seconds) => `Lezioni: XP ${soon(seconds)}`,
    },
    gained: (xp) => `+${full(xp)}`,
    earnBy: (time) => `Entro le ${time}`,
    keepStreak: (time) => `Guadagna XP entro le ${time} per mantenere la tua serie`,
    frozen: (days) =>
      `Protetta da ${full(days)} ${plural(days, { one: 'giorno', many: 'di giorni', other: 'giorni' })}`,
    freezes: (count) =>
      `${full(count)} ${plural(count, { one: 'protezione rimasta', many: 'di protezioni rimaste', other: 'protezioni rimaste' })}`,
    kept: 'Al sicuro per oggi',
    badges: 'Badge',
    moreBadges: (count) => `+${full(count)}`,
  },

  board: {
    you: 'Tu',
    showMore: 'Mostra altri',
    aroundYou: 'Intorno a te',
    top: 'In cima',
    added: (members) =>
      `${plural(members, { one: 'Un altro membro', many: 'Altri membri', other: 'Altri membri' })}: ${full(members)}`,
    notAdded: 'Impossibile caricare altri membri',
    ends: (soonText) => `Termina ${soonText}`,
  },

  moves: {
    youMoved: (rank, up) => `Ora sei più ${up ? 'in alto' : 'in basso'}: posizione ${full(rank)}`,
    memberMoved: (name, rank) => `${name} sale alla posizione ${full(rank)}`,
    up: (places) =>
      `Su di ${full(places)} ${plural(places, { one: 'posizione', many: 'di posizioni', other: 'posizioni' })}`,
    down: (places) =>
      `Giù di ${full(places)} ${plural(places, { one: 'posizione', many: 'di posizioni', other: 'posizioni' })}`,
    reached: (level) => `Livello ${full(level)} raggiunto`,
    youReached: (level) => `Hai raggiunto il livello ${full(level)}`,
    unlocked: (name) => `Hai sbloccato ${name}`,
    fresh: 'Appena sbloccato',
  },

  toast: {
    close: 'Chiudi',
    jump: (from, to) => `Livello ${full(from)} → ${full(to)}`,
    unlocked: (rewards) =>
      `Hai sbloccato ${full(rewards)} ${plural(rewards, { one: 'premio', many: 'di premi', other: 'premi' })}`,
  },

  rewards: {
    progress: (name) => `Progressi verso ${name}`,
    showAll: (total) => `Mostra tutti (${full(total)})`,
    showFewer: 'Mostra meno',
    states: {
      locked: 'Bloccato',
      unlocked: 'Sbloccato',
      claimed: 'Riscattato',
      fulfilling: 'In arrivo',
      fulfilled: 'Tuo',
      failed: 'In verifica',
      unknown: 'In verifica',
      expired: 'Scaduto',
      revoked: 'Ritirato',
    },
  },

  claim: {
    claim: 'Riscatta',
    claiming: 'Riscatto in corso',
    checking: 'Verifica in corso',
    checkAgain: 'Verifica ancora',
    done: (name) => `Hai riscattato ${name}`,
    unlockedOn: (date) => `Sbloccato: ${date}`,
    claimedOn: (date) => `Riscattato: ${date}`,
    role: (name) => `Ti dà il ruolo «${name}».`,
    open: (host) => `Apri ${host}`,
    newTab: 'in una nuova scheda',
    copy: 'Copia',
    copied: 'Copiato',
    notCopied: 'Questa pagina non può copiare. Il codice è selezionato: copialo tu.',
    about: {
      fulfilling: 'Sta arrivando. Non devi fare nulla.',
      failed: 'La consegna non è riuscita. Se non cambia nulla, chiedi al team della community.',
      unknown: 'Non è certo che ti sia arrivato. Se non c’è, chiedi al team della community.',
      expired: 'Il suo tempo è finito e non si può più usare.',
      revoked: 'La community lo ha ritirato.',
    },
    problems: {
      elsewhere: ['Lo hai già riscattato', 'È successo su un’altra pagina o un altro dispositivo.'],
      notNow: ['Ora non si può riscattare', 'Aspetta un momento e riprova.'],
      withdrawn: ['Questo premio non c’è più', 'Non è stato riscattato nulla.'],
      signedOut: ['La tua sessione è chiusa', 'Accedi e riscattalo di nuovo.'],
      forbidden: ['Riservato ai membri', 'Entra nella community e riscattalo di nuovo.'],
      limited: (seconds) => [
        'Troppe richieste',
        `Riprova ${seconds ? soon(seconds, 'long') : 'tra un momento'}.`,
      ],
      refused: ['Riscatto non riuscito', 'Ricarica la pagina e riprova.'],
      unanswered: ['Il server non ha risposto', 'Non è stato riscattato nulla. Riprova.'],
      unsure: ['Il server non ha risposto', 'Non è certo che sia riscattato: verifica ancora.'],
    },
  },

  activity: {
    title: 'Attività',
    showMore: 'Mostra altro',
    showingMore: 'Caricamento',
    notShown: ['Impossibile caricare altro', 'Aspetta un momento e riprova.'],
    shown: (entries) =>
      `${full(entries)} ${plural(entries, { one: 'voce', many: 'di voci', other: 'voci' })} in più`,
    total: (xp) => `${full(xp)} XP in tutto`,
    sources: {
      chat: 'Messaggio in chat',
      reply: 'Risposta',
      reaction: 'Reazione',
      reaction_received: 'Reazione ricevuta',
      lesson: 'Lezione',
      membership: 'Iscrizione',
      payment: 'Pagamento',
      given: 'Dati dalla community',
      taken: 'Tolti dalla community',
      takenBack: 'Ritirati',
      givenBack: 'Restituiti',
      reset: 'Azzeramento',
      resetUndone: 'Azzeramento annullato',
    },
    none: (why) => `Niente XP: ${why}`,
    clipped: (xp, of, why) => `${full(xp)} di ${of}: ${why}`,
    range: (min, max) => `a caso tra ${full(min)} e ${full(max)}`,
    repeat: (count, received) =>
      `reazione ${full(count)} ${received ? 'dallo stesso membro' : 'allo stesso membro'}`,
    joined: (parts) => parts.join(', '),
    part: (percent) => `il ${full(percent)}% del totale`,
    because: { refund: 'Rimborso', dispute: 'Pagamento contestato', deactivation: 'Iscrizione terminata' },
    why: {
      cooldown: (time) =>
        time ? `puoi guadagnare di nuovo dopo ${time}` : 'avevi guadagnato un momento prima',
      cap: {
        source: {
          day: (xp) => `da qui arrivano al massimo ${full(xp)} XP al giorno`,
          week: (xp) => `da qui arrivano al massimo ${full(xp)} XP a settimana`,
        },
        all: {
          day: (xp) => `il massimo è ${full(xp)} XP al giorno`,
          week: (xp) => `il massimo è ${full(xp)} XP a settimana`,
        },
      },
      bank: 'di recente ne hai ottenuti molti così; con il tempo si recupera',
      'source-off': 'qui questo non dà nulla',
      'too-short': (characters) =>
        characters
          ? `meno di ${full(characters)} ${plural(characters, { one: 'carattere', many: 'di caratteri', other: 'caratteri' })}`
          : 'troppo corto',
      'no-xp-experience': 'in questo posto non si guadagna nulla',
      'no-xp-member': 'qui non guadagni nulla',
    },
  },
});
