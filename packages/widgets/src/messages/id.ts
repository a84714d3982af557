import type { Messages } from './en.ts';
import type { MoreMessages } from './en-more.ts';
import type { Format } from './format.ts';
import type { LateFormat } from './late-format.ts';

export const messages = ({ full, compact }: Format): Messages => ({
  loading: 'Memuat',
  failed: 'Ini tidak dapat dimuat. Coba lagi nanti.',
  member: 'Anggota',

  level: 'Level',
  levelNumber: (level) => `Level ${full(level)}`,
  xp: (xp) => `${compact(xp)} XP`,
  xpInFull: (xp) => `${full(xp)} XP`,

  card: {
    title: 'Kartu peringkat',
    label: (name) => `Kartu peringkat ${name}`,
    xpOf: (xp, next) => `${compact(xp)} / ${compact(next)} XP`,
    toNext: (xp, level) => `${compact(xp)} XP ke level ${full(level)}`,
    top: 'Level tertinggi',
    rank: 'Peringkat',
    of: (total) => `dari ${compact(total)}`,
    none: 'Belum ada',
    streak: 'Runtunan',
    days: (days) => `${full(days)} hari`,
  },

  board: {
    title: 'Papan peringkat',
    boards: { newcomers: 'Anggota baru', climbers: 'Sedang naik' },
    windows: { all: 'Semua waktu', day: 'Hari ini', week: 'Minggu ini', month: 'Bulan ini' },
    tabs: { all: 'Semua', day: 'Hari', week: 'Minggu', month: 'Bulan' },
    rank: 'Peringkat',
    member: 'Anggota',
    xp: 'XP',
    total: (members) => `${compact(members)} anggota`,
  },

  rewards: {
    title: 'Hadiah',
    count: (reached, total) => `${full(reached)} dari ${full(total)} terbuka`,
    total: (total) => `${full(total)} hadiah`,
    toGo: (xp) => `${compact(xp)} XP lagi`,
  },
});

export const more = ({ full, relative, soon }: LateFormat): MoreMessages => ({
  retry: 'Coba lagi',
  sentence: (text) => `${text}.`,

  live: 'Langsung',
  updated: (at) => `Diperbarui ${relative(at)}`,
  reconnecting: 'Menyambung lagi',
  offline: (at) => `Offline. Diperbarui ${relative(at)}.`,
  stale: (at) => `Tidak dapat diperbarui. Terakhir ${relative(at)}.`,

  problems: {
    'no-community': ['Belum ada komunitas yang dipilih', 'Sebutkan satu di atribut “community”.'],
    'bad-address': ['Alamat API tidak dapat dipakai', 'Periksa atribut “api”.'],
    'unknown-community': [
      'Komunitas ini tidak dikenal',
      'Periksa id-nya, atau kembali setelah pesan pertamanya.',
    ],
    'unknown-member': ['Anggota ini belum punya kartu', 'Kartu muncul bersama pesan pertamanya.'],
    unauthenticated: ['Kamu belum masuk', 'Masuk untuk melihat ini.'],
    forbidden: ['Ini untuk anggota', 'Bergabunglah dengan komunitas untuk melihatnya.'],
    'rate-limited': ['Terlalu banyak permintaan', 'Tunggu sebentar, lalu coba lagi.'],
    unreachable: ['Server tidak menjawab', 'Periksa koneksimu, lalu coba lagi.'],
    failed: ['Ini tidak dapat dimuat', 'Tunggu sebentar, lalu coba lagi.'],
  },

  empty: {
    'wee5-leaderboard': ['Belum ada siapa pun di papan ini', 'Sapa semua di obrolan.'],
    'wee5-reward-list': ['Belum ada hadiah', 'Yang diberikan tiap level akan muncul di sini.'],
    'wee5-activity': [
      'Belum ada apa pun di sini',
      'Sapa semua di obrolan: yang kamu dapat akan muncul di sini.',
    ],
  },

  card: {
    active: (at) => `Aktif ${relative(at)}`,
    now: 'Kamu bisa dapat XP sekarang',
    wait: (seconds) => `XP lagi ${soon(seconds, 'long')}`,
    waits: {
      chat: (seconds) => `Obrolan: XP ${soon(seconds, 'long')}`,
      reply: (seconds) => `Balasan: XP ${soon(seconds, 'long')}`,
      reaction: (seconds) => `Reaksi: XP ${soon(seconds, 'long')}`,
      lesson: (seconds) => `Pelajaran: XP ${soon(seconds, 'long')}`,
    },
    gained: (xp) => `+${full(xp)}`,
    earnBy: (time) => `Sebelum ${time}`,
    keepStreak: (time) => `Dapatkan XP sebelum ${time} untuk menjaga runtunanmu`,
    frozen: (days) => `Terlindungi ${full(days)} hari`,
    freezes: (count) => `Sisa ${full(count)} perlindungan`,
    kept: 'Aman untuk hari ini',
    badges: 'Lencana',
    moreBadges: (count) => `+${full(count)}`,
  },

  board: {
    you: 'Kamu',
    showMore: 'Tampilkan lagi',
    aroundYou: 'Di sekitarmu',
    top: 'Ke puncak',
    added: (members) => `${full(members)} anggota lagi`,
    notAdded: 'Anggota lainnya tidak dapat dimuat',
    ends: (soonText) => `Berakhir ${soonText}`,
  },

  moves: {
    youMoved: (rank, up) => `Kamu ${up ? 'naik' : 'turun'} ke peringkat ${full(rank)}`,
    memberMoved: (name, rank) => `${name} naik ke peringkat ${full(rank)}`,
    up: (places) => `Naik ${full(places)} peringkat`,
    down: (places) => `Turun ${full(places)} peringkat`,
    reached: (level) => `Level ${full(level)} tercapai`,
    youReached: (level) => `Kamu mencapai level ${full(level)}`,
    unlocked: (name) => `Kamu membuka ${name}`,
    fresh: 'Baru terbuka',
  },

  toast: {
    close: 'Tutup',
    jump: (from, to) => `Level ${full(from)} → ${full(to)}`,
    unlocked: (rewards) => `Kamu membuka ${full(rewards)} hadiah`,
  },

  rewards: {
    progress: (name) => `Kemajuan menuju ${name}`,
    showAll: (total) => `Tampilkan semua (${full(total)})`,
    showFewer: 'Tampilkan lebih sedikit',
    states: {
      locked: 'Terkunci',
      unlocked: 'Terbuka',
      claimed: 'Diambil',
      fulfilling: 'Dalam perjalanan',
      fulfilled: 'Milikmu',
      failed: 'Sedang diperiksa',
      unknown: 'Sedang diperiksa',
      expired: 'Kedaluwarsa',
      revoked: 'Ditarik',
    },
  },

  claim: {
    claim: 'Ambil',
    claiming: 'Mengambil',
    checking: 'Memeriksa',
    checkAgain: 'Periksa lagi',
    done: (name) => `Kamu mengambil ${name}`,
    unlockedOn: (date) => `Terbuka pada ${date}`,
    claimedOn: (date) => `Diambil pada ${date}`,
    role: (name) => `Kamu mendapat peran “${name}”.`,
    open: (host) => `Buka ${host}`,
    newTab: 'di tab baru',
    copy: 'Salin',
    copied: 'Disalin',
    notCopied: 'Halaman ini tidak boleh menyalin. Kodenya sudah dipilih: salin sendiri.',
    about: {
      fulfilling: 'Sedang menuju kamu. Kamu tidak perlu melakukan apa pun.',
      failed: 'Penyerahannya tidak berhasil. Jika tetap begini, tanyakan kepada tim komunitas.',
      unknown: 'Belum pasti sampai kepadamu. Jika belum, tanyakan kepada tim komunitas.',
      expired: 'Waktunya habis, jadi tidak dapat dipakai lagi.',
      revoked: 'Komunitas menariknya kembali.',
    },
    problems: {
      elsewhere: ['Kamu sudah mengambil ini', 'Diambil di halaman atau perangkat lain.'],
      notNow: ['Ini belum dapat diambil', 'Tunggu sebentar, lalu coba lagi.'],
      withdrawn: ['Ini tidak diberikan lagi', 'Tidak ada yang diambil.'],
      signedOut: ['Kamu sudah keluar', 'Masuk, lalu ambil lagi.'],
      forbidden: ['Ini untuk anggota', 'Bergabunglah dengan komunitas, lalu ambil lagi.'],
      limited: (seconds) => [
        'Terlalu banyak permintaan',
        `Ambil lagi ${seconds ? soon(seconds, 'long') : 'sebentar lagi'}.`,
      ],
      refused: ['Ini tidak dapat diambil', 'Muat ulang halaman, lalu coba lagi.'],
      unanswered: ['Server tidak menjawab', 'Tidak ada yang diambil. Coba lagi.'],
      unsure: ['Server tidak menjawab', 'Belum pasti sudah diambil: periksa lagi.'],
    },
  },

  activity: {
    title: 'Aktivitas',
    showMore: 'Tampilkan lagi',
    showingMore: 'Memuat',
    notShown: ['Selebihnya tidak dapat dimuat', 'Tunggu sebentar, lalu coba lagi.'],
    shown: (entries) => `${full(entries)} catatan lagi`,
    total: (xp) => `Total ${full(xp)} XP`,
    sources: {
      chat: 'Pesan obrolan',
      reply: 'Balasan',
      reaction: 'Reaksi',
      reaction_received: 'Reaksi diterima',
      lesson: 'Pelajaran',
      membership: 'Keanggotaan',
      payment: 'Pembayaran',
      given: 'Diberikan komunitas',
      taken: 'Diambil komunitas',
      takenBack: 'Ditarik kembali',
      givenBack: 'Dikembalikan',
      reset: 'Disetel ulang',
      resetUndone: 'Setel ulang dibatalkan',
    },
    none: (why) => `Tanpa XP: ${why}`,
    clipped: (xp, of, why) => `${full(xp)} dari ${of}: ${why}`,
    range: (min, max) => `acak dari ${full(min)} sampai ${full(max)}`,
    repeat: (count, received) => `reaksi ke-${full(count)} ${received ? 'dari' : 'untuk'} anggota yang sama`,
    joined: (parts) => parts.join(', '),
    part: (percent) => `${full(percent)}% darinya`,
    because: {
      refund: 'Pengembalian dana',
      dispute: 'Pembayaran disengketakan',
      deactivation: 'Keanggotaan berakhir',
    },
    why: {
      cooldown: (time) => (time ? `kamu bisa dapat XP lagi setelah ${time}` : 'kamu baru saja mendapat XP'),
      cap: {
        source: {
          day: (xp) => `ini memberi paling banyak ${full(xp)} XP per hari`,
          week: (xp) => `ini memberi paling banyak ${full(xp)} XP per minggu`,
        },
        all: {
          day: (xp) => `paling banyak ${full(xp)} XP per hari`,
          week: (xp) => `paling banyak ${full(xp)} XP per minggu`,
        },
      },
      bank: 'belakangan ini kamu dapat banyak dari sini; pulih seiring waktu',
      'source-off': 'ini tidak memberi apa pun di sini',
      'too-short': (characters) =>
        characters ? `kurang dari ${full(characters)} karakter` : 'terlalu pendek',
      'no-xp-experience': 'tidak ada XP di tempat ini',
      'no-xp-member': 'kamu tidak mendapat XP di sini',
    },
  },
});
