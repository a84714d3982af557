import type { Messages } from './en.ts';
import type { MoreMessages } from './en-more.ts';
import type { LateFormat } from './late-format.ts';

export const messages = ({ full, compact, plural }: LateFormat): Messages => ({
  loading: 'Carregando',
  failed: 'Não foi possível carregar. Tente de novo mais tarde.',
  member: 'Membro',

  level: 'Nível',
  levelNumber: (level) => `Nível ${full(level)}`,
  xp: (xp) => `${compact(xp)} XP`,
  xpInFull: (xp) => `${full(xp)} XP`,

  card: {
    title: 'Cartão de posição',
    label: (name) => `Cartão de posição de ${name}`,
    xpOf: (xp, next) => `${compact(xp)} / ${compact(next)} XP`,
    toNext: (xp, level) => `${compact(xp)} XP para o nível ${full(level)}`,
    top: 'Nível máximo',
    rank: 'Posição',
    of: (total) => `de ${compact(total)}`,
    none: 'Ainda não',
    streak: 'Sequência',
    days: (days) => `${full(days)} ${plural(days, { one: 'dia', many: 'de dias', other: 'dias' })}`,
  },

  board: {
    title: 'Classificação',
    boards: { newcomers: 'Novatos', climbers: 'Em alta' },
    windows: { all: 'Geral', day: 'Hoje', week: 'Esta semana', month: 'Este mês' },
    tabs: { all: 'Geral', day: 'Dia', week: 'Semana', month: 'Mês' },
    rank: 'Posição',
    member: 'Membro',
    xp: 'XP',
    total: (members) =>
      `${compact(members)} ${plural(members, { one: 'membro', many: 'de membros', other: 'membros' })}`,
  },

  rewards: {
    title: 'Recompensas',
    count: (reached, total) =>
      `${full(reached)} de ${full(total)} ${plural(reached, { one: 'liberada', many: 'liberadas', other: 'liberadas' })}`,
    total: (total) =>
      `${full(total)} ${plural(total, { one: 'recompensa', many: 'de recompensas', other: 'recompensas' })}`,
    toGo: (xp) => `Faltam ${compact(xp)} XP`,
  },
});

export const more = ({ full, relative, plural, soon }: LateFormat): MoreMessages => ({
  retry: 'Tentar de novo',
  sentence: (text) => `${text}.`,

  live: 'Ao vivo',
  updated: (at) => `Atualizado ${relative(at)}`,
  reconnecting: 'Reconectando',
  offline: (at) => `Sem conexão. Atualizado ${relative(at)}.`,
  stale: (at) => `Não foi possível atualizar. Última vez: ${relative(at)}.`,

  problems: {
    'no-community': ['Nenhuma comunidade escolhida', 'Indique uma no atributo “community”.'],
    'bad-address': ['O endereço da API não funciona', 'Confira o atributo “api”.'],
    'unknown-community': [
      'Não conhecemos esta comunidade',
      'Confira o id dela ou volte depois da primeira mensagem.',
    ],
    'unknown-member': ['Este membro ainda não tem cartão', 'Ele aparece com a primeira mensagem.'],
    unauthenticated: ['Você não entrou na sua conta', 'Entre para ver isto.'],
    forbidden: ['Isto é para membros', 'Entre na comunidade para ver.'],
    'rate-limited': ['Pedidos demais', 'Espere um pouco e tente de novo.'],
    unreachable: ['O servidor não responde', 'Confira sua conexão e tente de novo.'],
    failed: ['Não foi possível carregar', 'Espere um pouco e tente de novo.'],
  },

  empty: {
    'wee5-leaderboard': ['Ainda não há ninguém aqui', 'Diga oi no chat.'],
    'wee5-reward-list': ['Ainda não há recompensas', 'O que cada nível dá vai aparecer aqui.'],
    'wee5-activity': ['Ainda não há nada', 'Diga oi no chat: o que você ganhar vai aparecer aqui.'],
  },

  card: {
    active: (at) => `Atividade ${relative(at)}`,
    now: 'Você já pode ganhar XP',
    wait: (seconds) => `Mais XP ${soon(seconds)}`,
    waits: {
      chat: (seconds) => `O chat dá XP ${soon(seconds)}`,
      reply: (seconds) => `Responder dá XP ${soon(seconds)}`,
      reaction: (seconds) => `Reagir dá XP ${soon(seconds)}`,
      lesson: (seconds) => `As aulas dão XP ${soon(seconds)}`,
    },
    gained: (xp) => `+${full(xp)}`,
    earnBy: (time) => `Até ${time}`,
    keepStreak: (time) => `Ganhe XP até ${time} para manter sua sequência`,
    frozen: (days) =>
      `Protegida há ${full(days)} ${plural(days, { one: 'dia', many: 'de dias', other: 'dias' })}`,
    freezes: (count) =>
      `${plural(count, { one: 'Resta', many: 'Restam', other: 'Restam' })} ${full(count)} ${plural(count, { one: 'proteção', many: 'de proteções', other: 'proteções' })}`,
    kept: 'Garantida por hoje',
    badges: 'Emblemas',
    moreBadges: (count) => `+${full(count)}`,
  },

  board: {
    you: 'Você',
    showMore: 'Mostrar mais',
    aroundYou: 'Perto de você',
    top: 'Para o topo',
    added: (members) =>
      `Mais ${full(members)} ${plural(members, { one: 'membro', many: 'de membros', other: 'membros' })}`,
    notAdded: 'Não foi possível carregar mais membros',
    ends: (soonText) => `Termina ${soonText}`,
  },

  moves: {
    youMoved: (rank, up) => `Você ${up ? 'subiu' : 'caiu'} para a posição ${full(rank)}`,
    memberMoved: (name, rank) => `${name} subiu para a posição ${full(rank)}`,
    up: (places) =>
      `Subiu ${full(places)} ${plural(places, { one: 'posição', many: 'de posições', other: 'posições' })}`,
    down: (places) =>
      `Caiu ${full(places)} ${plural(places, { one: 'posição', many: 'de posições', other: 'posições' })}`,
    reached: (level) => `Chegou ao nível ${full(level)}`,
    youReached: (level) => `Você chegou ao nível ${full(level)}`,
    unlocked: (name) => `Você liberou ${name}`,
    fresh: 'Recém-liberada',
  },

  toast: {
    close: 'Fechar',
    jump: (from, to) => `Nível ${full(from)} → ${full(to)}`,
    unlocked: (rewards) =>
      `Você liberou ${full(rewards)} ${plural(rewards, { one: 'recompensa', many: 'de recompensas', other: 'recompensas' })}`,
  },

  rewards: {
    progress: (name) => `Progresso até ${name}`,
    showAll: (total) => `Ver todas (${full(total)})`,
    showFewer: 'Ver menos',
    states: {
      locked: 'Bloqueada',
      unlocked: 'Liberada',
      claimed: 'Resgatada',
      fulfilling: 'A caminho',
      fulfilled: 'Sua',
      failed: 'Em análise',
      unknown: 'Em análise',
      expired: 'Expirada',
      revoked: 'Retirada',
    },
  },

  claim: {
    claim: 'Resgatar',
    claiming: 'Resgatando',
    checking: 'Conferindo',
    checkAgain: 'Conferir de novo',
    done: (name) => `Você resgatou ${name}`,
    unlockedOn: (date) => `Liberada em ${date}`,
    claimedOn: (date) => `Resgatada em ${date}`,
    role: (name) => `Você ganha o cargo “${name}”.`,
    open: (host) => `Abrir ${host}`,
    newTab: 'em uma nova guia',
    copy: 'Copiar',
    copied: 'Copiado',
    notCopied: 'Esta página não pode copiar. O código está selecionado: copie você.',
    about: {
      fulfilling: 'Está a caminho. Você não precisa fazer nada.',
      failed: 'A entrega não funcionou. Se continuar assim, fale com a equipe da comunidade.',
      unknown: 'Não é certo que você recebeu. Se não recebeu, fale com a equipe da comunidade.',
      expired: 'O prazo acabou e ela não pode mais ser usada.',
      revoked: 'A comunidade a retirou.',
    },
    problems: {
      elsewhere: ['Você já resgatou', 'Foi em outra página ou outro aparelho.'],
      notNow: ['Não dá para resgatar agora', 'Espere um pouco e tente de novo.'],
      withdrawn: ['Esta recompensa não existe mais', 'Nada foi resgatado.'],
      signedOut: ['Sua sessão terminou', 'Entre e resgate de novo.'],
      forbidden: ['Isto é para membros', 'Entre na comunidade e resgate de novo.'],
      limited: (seconds) => [
        'Pedidos demais',
        `Tente de novo ${seconds ? soon(seconds, 'long') : 'daqui a pouco'}.`,
      ],
      refused: ['Não foi possível resgatar', 'Recarregue a página e tente de novo.'],
      unanswered: ['O servidor não respondeu', 'Nada foi resgatado. Tente de novo.'],
      unsure: ['O servidor não respondeu', 'Não é certo que foi resgatada: confira de novo.'],
    },
  },

  activity: {
    title: 'Atividade',
    showMore: 'Mostrar mais',
    showingMore: 'Carregando',
    notShown: ['Não foi possível carregar mais', 'Espere um pouco e tente de novo.'],
    shown: (entries) =>
      `Mais ${full(entries)} ${plural(entries, { one: 'registro', many: 'de registros', other: 'registros' })}`,
    total: (xp) => `${full(xp)} XP no total`,
    sources: {
      chat: 'Mensagem no chat',
      reply: 'Resposta',
      reaction: 'Reação',
      reaction_received: 'Reação recebida',
      lesson: 'Aula',
      membership: 'Assinatura',
      payment: 'Pagamento',
      given: 'Dado pela comunidade',
      taken: 'Tirado pela comunidade',
      takenBack: 'Retirado',
      givenBack: 'Devolvido',
      reset: 'Zerado',
      resetUndone: 'Zeramento desfeito',
    },
    none: (why) => `Sem XP: ${why}`,
    clipped: (xp, of, why) => `${full(xp)} de ${of}: ${why}`,
    range: (min, max) => `sorteado entre ${full(min)} e ${full(max)}`,
    repeat: (count, received) => `reação ${full(count)} ${received ? 'do mesmo membro' : 'ao mesmo membro'}`,
    joined: (parts) => parts.join(', '),
    part: (percent) => `${full(percent)}% do total`,
    because: { refund: 'Reembolso', dispute: 'Pagamento contestado', deactivation: 'Fim da assinatura' },
    why: {
      cooldown: (time) =>
        time ? `você pode ganhar de novo depois de ${time}` : 'você tinha ganhado um pouco antes',
      cap: {
        source: {
          day: (xp) => `isto dá no máximo ${full(xp)} XP por dia`,
          week: (xp) => `isto dá no máximo ${full(xp)} XP por semana`,
        },
        all: {
          day: (xp) => `o máximo é ${full(xp)} XP por dia`,
          week: (xp) => `o máximo é ${full(xp)} XP por semana`,
        },
      },
      bank: 'você ganhou muito com isto há pouco; recupera com o tempo',
      'source-off': 'isto não dá nada aqui',
      'too-short': (characters) =>
        characters
          ? `menos de ${full(characters)} ${plural(characters, { one: 'caractere', many: 'de caracteres', other: 'caracteres' })}`
          : 'curto demais',
      'no-xp-experience': 'neste lugar não se ganha nada',
      'no-xp-member': 'você não ganha nada aqui',
    },
  },
});
