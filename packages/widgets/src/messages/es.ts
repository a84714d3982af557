import type { Messages } from './en.ts';
import type { MoreMessages } from './en-more.ts';
import type { LateFormat } from './late-format.ts';

export const messages = ({ full, compact, plural }: LateFormat): Messages => ({
  loading: 'Cargando',
  failed: 'No se ha podido cargar. Inténtalo más tarde.',
  member: 'Miembro',

  level: 'Nivel',
  levelNumber: (level) => `Nivel ${full(level)}`,
  xp: (xp) => `${compact(xp)} XP`,
  xpInFull: (xp) => `${full(xp)} XP`,

  card: {
    title: 'Tarjeta de rango',
    label: (name) => `Tarjeta de rango de ${name}`,
    xpOf: (xp, next) => `${compact(xp)} / ${compact(next)} XP`,
    toNext: (xp, level) => `${compact(xp)} XP para el nivel ${full(level)}`,
    top: 'Nivel máximo',
    rank: 'Puesto',
    of: (total) => `de ${compact(total)}`,
    none: 'Todavía no',
    streak: 'Racha',
    days: (days) => `${full(days)} ${plural(days, { one: 'día', many: 'de días', other: 'días' })}`,
  },

  board: {
    title: 'Clasificación',
    boards: { newcomers: 'Recién llegados', climbers: 'En ascenso' },
    windows: { all: 'Total', day: 'Hoy', week: 'Esta semana', month: 'Este mes' },
    tabs: { all: 'Total', day: 'Día', week: 'Semana', month: 'Mes' },
    rank: 'Puesto',
    member: 'Miembro',
    xp: 'XP',
    total: (members) =>
      `${compact(members)} ${plural(members, { one: 'miembro', many: 'de miembros', other: 'miembros' })}`,
  },

  rewards: {
    title: 'Recompensas',
    count: (reached, total) => `${full(reached)} de ${full(total)} conseguidas`,
    total: (total) =>
      `${full(total)} ${plural(total, { one: 'recompensa', many: 'de recompensas', other: 'recompensas' })}`,
    toGo: (xp) => `Faltan ${compact(xp)} XP`,
  },
});

export const more = ({ full, relative, plural, soon }: LateFormat): MoreMessages => ({
  retry: 'Reintentar',
  sentence: (text) => `${text}.`,

  live: 'En vivo',
  updated: (at) => `Actualizado ${relative(at)}`,
  reconnecting: 'Reconectando',
  offline: (at) => `Sin conexión. Actualizado ${relative(at)}.`,
  stale: (at) => `No se ha podido actualizar. Última vez: ${relative(at)}.`,

  problems: {
    'no-community': ['No hay ninguna comunidad elegida', 'Indica una en el atributo «community».'],
    'bad-address': ['La dirección de la API no sirve', 'Revisa el atributo «api».'],
    'unknown-community': [
      'No conocemos esta comunidad',
      'Revisa su id o vuelve después de su primer mensaje.',
    ],
    'unknown-member': ['Este miembro aún no tiene tarjeta', 'Aparecerá con su primer mensaje.'],
    unauthenticated: ['No has iniciado sesión', 'Inicia sesión para ver esto.'],
    forbidden: ['Esto es para miembros', 'Únete a la comunidad para verlo.'],
    'rate-limited': ['Demasiadas solicitudes', 'Espera un momento e inténtalo otra vez.'],
    unreachable: ['El servidor no responde', 'Revisa tu conexión e inténtalo otra vez.'],
    failed: ['No se ha podido cargar', 'Espera un momento e inténtalo otra vez.'],
  },

  empty: {
    'wee5-leaderboard': ['Aún no hay nadie en la clasificación', 'Saluda en el chat.'],
    'wee5-reward-list': ['Aún no hay recompensas', 'Aquí verás lo que da cada nivel.'],
    'wee5-activity': ['Aún no hay nada', 'Saluda en el chat: aquí verás lo que ganas.'],
  },

  card: {
    active: (at) => `Con actividad ${relative(at)}`,
    now: 'Ya puedes ganar XP',
    wait: (seconds) => `Más XP ${soon(seconds)}`,
    waits: {
      chat: (seconds) => `El chat da XP ${soon(seconds)}`,
      reply: (seconds) => `Responder da XP ${soon(seconds)}`,
      reaction: (seconds) => `Reaccionar da XP ${soon(seconds)}`,
      lesson: (seconds) => `Las lecciones dan XP ${soon(seconds)}`,
    },
    gained: (xp) => `+${full(xp)}`,
    earnBy: (time) => `Hasta las ${time}`,
    keepStreak: (time) => `Gana XP antes de las ${time} para mantener tu racha`,
    frozen: (days) =>
      `Protegida ${full(days)} ${plural(days, { one: 'día', many: 'de días', other: 'días' })}`,
    freezes: (count) =>
      `${plural(count, { one: 'Queda', many: 'Quedan', other: 'Quedan' })} ${full(count)} ${plural(count, { one: 'protector', many: 'de protectores', other: 'protectores' })}`,
    kept: 'A salvo por hoy',
    badges: 'Insignias',
    moreBadges: (count) => `+${full(count)}`,
  },

  board: {
    you: 'Tú',
    showMore: 'Mostrar más',
    aroundYou: 'Cerca de ti',
    top: 'Al principio',
    added: (members) =>
      `${full(members)} ${plural(members, { one: 'miembro', many: 'de miembros', other: 'miembros' })} más`,
    notAdded: 'No se han podido cargar más miembros',
    ends: (soonText) => `Termina ${soonText}`,
  },

  moves: {
    youMoved: (rank, up) => `Has ${up ? 'subido' : 'bajado'} al puesto ${full(rank)}`,
    memberMoved: (name, rank) => `${name} ha subido al puesto ${full(rank)}`,
    up: (places) =>
      `Sube ${full(places)} ${plural(places, { one: 'puesto', many: 'de puestos', other: 'puestos' })}`,
    down: (places) =>
      `Baja ${full(places)} ${plural(places, { one: 'puesto', many: 'de puestos', other: 'puestos' })}`,
    reached: (level) => `Ha llegado al nivel ${full(level)}`,
    youReached: (level) => `Has llegado al nivel ${full(level)}`,
    unlocked: (name) => `Has conseguido ${name}`,
    fresh: 'Recién conseguida',
  },

  toast: {
    close: 'Cerrar',
    jump: (from, to) => `Nivel ${full(from)} → ${full(to)}`,
    unlocked: (rewards) =>
      `Has conseguido ${full(rewards)} ${plural(rewards, { one: 'recompensa', many: 'de recompensas', other: 'recompensas' })}`,
  },

  rewards: {
    progress: (name) => `Progreso hacia ${name}`,
    showAll: (total) => `Ver todas (${full(total)})`,
    showFewer: 'Ver menos',
    states: {
      locked: 'Bloqueada',
      unlocked: 'Conseguida',
      claimed: 'Reclamada',
      fulfilling: 'En camino',
      fulfilled: 'Tuya',
      failed: 'En revisión',
      unknown: 'En revisión',
      expired: 'Caducada',
      revoked: 'Retirada',
    },
  },

  claim: {
    claim: 'Reclamar',
    claiming: 'Reclamando',
    checking: 'Comprobando',
    checkAgain: 'Comprobar otra vez',
    done: (name) => `Has reclamado ${name}`,
    unlockedOn: (date) => `Conseguida: ${date}`,
    claimedOn: (date) => `Reclamada: ${date}`,
    role: (name) => `Te da el rol «${name}».`,
    open: (host) => `Abrir ${host}`,
    newTab: 'en una pestaña nueva',
    copy: 'Copiar',
    copied: 'Copiado',
    notCopied: 'Esta página no puede copiar. El código está seleccionado: cópialo tú.',
    about: {
      fulfilling: 'Está en camino. No tienes que hacer nada.',
      failed: 'La entrega no ha funcionado. Si sigue así, pregunta al equipo de la comunidad.',
      unknown: 'No es seguro que te haya llegado. Si no, pregunta al equipo de la comunidad.',
      expired: 'Su plazo ha terminado y ya no se puede usar.',
      revoked: 'La comunidad la ha retirado.',
    },
    problems: {
      elsewhere: ['Ya la has reclamado', 'Fue en otra página o en otro dispositivo.'],
      notNow: ['Ahora no se puede reclamar', 'Espera un momento e inténtalo otra vez.'],
      withdrawn: ['Esta recompensa ya no se da', 'No se ha reclamado nada.'],
      signedOut: ['Tu sesión está cerrada', 'Inicia sesión y reclámala otra vez.'],
      forbidden: ['Esto es para miembros', 'Únete a la comunidad y reclámala otra vez.'],
      limited: (seconds) => [
        'Demasiadas solicitudes',
        `Reclámala otra vez ${seconds ? soon(seconds, 'long') : 'en un momento'}.`,
      ],
      refused: ['No se ha podido reclamar', 'Recarga la página e inténtalo otra vez.'],
      unanswered: ['El servidor no ha respondido', 'No se ha reclamado nada. Inténtalo otra vez.'],
      unsure: ['El servidor no ha respondido', 'No es seguro que se haya reclamado: compruébalo otra vez.'],
    },
  },

  activity: {
    title: 'Actividad',
    showMore: 'Mostrar más',
    showingMore: 'Cargando',
    notShown: ['No se ha podido cargar más', 'Espera un momento e inténtalo otra vez.'],
    shown: (entries) =>
      `${full(entries)} ${plural(entries, { one: 'entrada', many: 'de entradas', other: 'entradas' })} más`,
    total: (xp) => `${full(xp)} XP en total`,
    sources: {
      chat: 'Mensaje en el chat',
      reply: 'Respuesta',
      reaction: 'Reacción',
      reaction_received: 'Reacción recibida',
      lesson: 'Lección',
      membership: 'Membresía',
      payment: 'Pago',
      given: 'Dado por la comunidad',
      taken: 'Quitado por la comunidad',
      takenBack: 'Retirado',
      givenBack: 'Devuelto',
      reset: 'Puesta a cero',
      resetUndone: 'Puesta a cero deshecha',
    },
    none: (why) => `Sin XP: ${why}`,
    clipped: (xp, of, why) => `${full(xp)} de ${of}: ${why}`,
    range: (min, max) => `al azar entre ${full(min)} y ${full(max)}`,
    repeat: (count, received) =>
      `reacción ${full(count)} ${received ? 'del mismo miembro' : 'al mismo miembro'}`,
    joined: (parts) => parts.join(', '),
    part: (percent) => `${full(percent)} % de ello`,
    because: { refund: 'Reembolso', dispute: 'Pago disputado', deactivation: 'Fin de la membresía' },
    why: {
      cooldown: (time) =>
        time ? `puedes volver a ganar después de ${time}` : 'habías ganado hacía un momento',
      cap: {
        source: {
          day: (xp) => `esto da como máximo ${full(xp)} XP al día`,
          week: (xp) => `esto da como máximo ${full(xp)} XP a la semana`,
        },
        all: {
          day: (xp) => `el máximo es ${full(xp)} XP al día`,
          week: (xp) => `el máximo es ${full(xp)} XP a la semana`,
        },
      },
      bank: 'últimamente has ganado mucho con esto; se recupera con el tiempo',
      'source-off': 'esto no da nada aquí',
      'too-short': (characters) =>
        characters
          ? `menos de ${full(characters)} ${plural(characters, { one: 'carácter', many: 'de caracteres', other: 'caracteres' })}`
          : 'demasiado corto',
      'no-xp-experience': 'en este sitio no se gana nada',
      'no-xp-member': 'aquí no ganas nada',
    },
  },
});
