import type { Messages } from './en.ts';
import type { MoreMessages } from './en-more.ts';
import type { Format } from './format.ts';
import type { LateFormat } from './late-format.ts';

// A noun stays in the singular behind a number, whatever the number is.

export const messages = ({ full, compact }: Format): Messages => ({
  loading: 'Yükleniyor',
  failed: 'Bu yüklenemedi. Daha sonra tekrar dene.',
  member: 'Üye',

  level: 'Seviye',
  levelNumber: (level) => `Seviye ${full(level)}`,
  xp: (xp) => `${compact(xp)} XP`,
  xpInFull: (xp) => `${full(xp)} XP`,

  card: {
    title: 'Sıralama kartı',
    label: (name) => `Sıralama kartı: ${name}`,
    xpOf: (xp, next) => `${compact(xp)} / ${compact(next)} XP`,
    toNext: (xp, level) => `Seviye ${full(level)} için ${compact(xp)} XP`,
    top: 'En yüksek seviye',
    rank: 'Sıra',
    of: (total) => `/ ${compact(total)}`,
    none: 'Henüz yok',
    streak: 'Seri',
    days: (days) => `${full(days)} gün`,
  },

  board: {
    title: 'Sıralama',
    boards: { newcomers: 'Yeni gelenler', climbers: 'Yükselenler' },
    windows: { all: 'Tüm zamanlar', day: 'Bugün', week: 'Bu hafta', month: 'Bu ay' },
    tabs: { all: 'Tümü', day: 'Gün', week: 'Hafta', month: 'Ay' },
    rank: 'Sıra',
    member: 'Üye',
    xp: 'XP',
    total: (members) => `${compact(members)} üye`,
  },

  rewards: {
    title: 'Ödüller',
    count: (reached, total) => `${full(reached)} / ${full(total)} ödül açıldı`,
    total: (total) => `${full(total)} ödül`,
    toGo: (xp) => `${compact(xp)} XP kaldı`,
  },
});

export const more = ({ full, relative, soon }: LateFormat): MoreMessages => ({
  retry: 'Tekrar dene',
  sentence: (text) => `${text}.`,

  live: 'Canlı',
  updated: (at) => `Güncelleme: ${relative(at)}`,
  reconnecting: 'Yeniden bağlanıyor',
  offline: (at) => `Çevrimdışı. Son güncelleme: ${relative(at)}.`,
  stale: (at) => `Yenilenemedi. Son güncelleme: ${relative(at)}.`,

  problems: {
    'no-community': ['Topluluk seçilmedi', '“community” özniteliğine bir topluluk yaz.'],
    'bad-address': ['API adresi kullanılamıyor', '“api” özniteliğini kontrol et.'],
    'unknown-community': ['Bu topluluk bilinmiyor', 'Kimliğini kontrol et ya da ilk mesajından sonra gel.'],
    'unknown-member': ['Bu üyenin henüz kartı yok', 'Kart ilk mesajıyla görünür.'],
    unauthenticated: ['Oturumun açık değil', 'Bunu görmek için oturum aç.'],
    forbidden: ['Bu, üyeler için', 'Görmek için topluluğa katıl.'],
    'rate-limited': ['Çok fazla istek', 'Biraz bekle ve tekrar dene.'],
    unreachable: ['Sunucu yanıt vermiyor', 'Bağlantını kontrol et ve tekrar dene.'],
    failed: ['Bu yüklenemedi', 'Biraz bekle ve tekrar dene.'],
  },

  empty: {
    'wee5-leaderboard': ['Sıralamada henüz kimse yok', 'Sohbette merhaba de.'],
    'wee5-reward-list': ['Henüz ödül yok', 'Her seviyenin kazandırdığı burada görünecek.'],
    'wee5-activity': ['Burada henüz bir şey yok', 'Sohbette merhaba de: kazandıkların burada görünecek.'],
  },

  card: {
    active: (at) => `Son etkinlik: ${relative(at)}`,
    now: 'Şimdi XP kazanabilirsin',
    wait: (seconds) => `${soon(seconds, 'long')} yine XP`,
    waits: {
      chat: (seconds) => `Sohbet: ${soon(seconds, 'long')} XP`,
      reply: (seconds) => `Yanıtlar: ${soon(seconds, 'long')} XP`,
      reaction: (seconds) => `Tepkiler: ${soon(seconds, 'long')} XP`,
      lesson: (seconds) => `Dersler: ${soon(seconds, 'long')} XP`,
    },
    gained: (xp) => `+${full(xp)}`,
    earnBy: (time) => `Son saat ${time}`,
    keepStreak: (time) => `Serini korumak için en geç saat ${time} olmadan XP kazan`,
    frozen: (days) => `${full(days)} gündür korunuyor`,
    freezes: (count) => `${full(count)} koruma kaldı`,
    kept: 'Bugün güvende',
    badges: 'Rozetler',
    moreBadges: (count) => `+${full(count)}`,
  },

  board: {
    you: 'Sen',
    showMore: 'Daha fazla',
    aroundYou: 'Çevrendekiler',
    top: 'Zirveye',
    added: (members) => `${full(members)} üye daha`,
    notAdded: 'Diğer üyeler yüklenemedi',
    ends: (soonText) => `Bitiş: ${soonText}`,
  },

  moves: {
    youMoved: (rank, up) => `${full(rank)}. sıraya ${up ? 'yükseldin' : 'düştün'}`,
    memberMoved: (name, rank) => `${name} ${full(rank)}. sıraya yükseldi`,
    up: (places) => `${full(places)} sıra yukarı`,
    down: (places) => `${full(places)} sıra aşağı`,
    reached: (level) => `${full(level)}. seviyeye ulaştı`,
    youReached: (level) => `${full(level)}. seviyeye ulaştın`,
    unlocked: (name) => `Yeni ödülün: ${name}`,
    fresh: 'Az önce açıldı',
  },

  toast: {
    close: 'Kapat',
    jump: (from, to) => `Seviye ${full(from)} → ${full(to)}`,
    unlocked: (rewards) => `${full(rewards)} yeni ödülün var`,
  },

  rewards: {
    progress: (name) => `${name} için ilerleme`,
    showAll: (total) => `Tümünü göster (${full(total)})`,
    showFewer: 'Daha az göster',
    states: {
      locked: 'Kilitli',
      unlocked: 'Açıldı',
      claimed: 'Alındı',
      fulfilling: 'Yolda',
      fulfilled: 'Senin',
      failed: 'İnceleniyor',
      unknown: 'İnceleniyor',
      expired: 'Süresi doldu',
      revoked: 'Geri alındı',
    },
  },

  claim: {
    claim: 'Al',
    claiming: 'Alınıyor',
    checking: 'Kontrol ediliyor',
    checkAgain: 'Tekrar kontrol et',
    done: (name) => `Aldın: ${name}`,
    unlockedOn: (date) => `Açıldı: ${date}`,
    claimedOn: (date) => `Alındı: ${date}`,
    role: (name) => `Sana “${name}” rolünü verir.`,
    open: (host) => `${host} sitesini aç`,
    newTab: 'yeni sekmede',
    copy: 'Kopyala',
    copied: 'Kopyalandı',
    notCopied: 'Bu sayfa kopyalayamıyor. Kod seçili: kendin kopyala.',
    about: {
      fulfilling: 'Sana doğru yolda. Yapman gereken bir şey yok.',
      failed: 'Teslim edilemedi. Böyle kalırsa topluluğun ekibine sor.',
      unknown: 'Sana ulaştığı kesin değil. Ulaşmadıysa topluluğun ekibine sor.',
      expired: 'Süresi doldu, artık kullanılamaz.',
      revoked: 'Topluluk bunu geri aldı.',
    },
    problems: {
      elsewhere: ['Bunu zaten aldın', 'Başka bir sayfada ya da cihazda alındı.'],
      notNow: ['Bu şu anda alınamıyor', 'Biraz bekle ve tekrar dene.'],
      withdrawn: ['Bu artık verilmiyor', 'Hiçbir şey alınmadı.'],
      signedOut: ['Oturumun kapandı', 'Oturum aç ve tekrar al.'],
      forbidden: ['Bu, üyeler için', 'Topluluğa katıl ve tekrar al.'],
      limited: (seconds) => [
        'Çok fazla istek',
        `${seconds ? soon(seconds, 'long') : 'Biraz sonra'} tekrar dene.`,
      ],
      refused: ['Bu alınamadı', 'Sayfayı yenile ve tekrar dene.'],
      unanswered: ['Sunucu yanıt vermedi', 'Hiçbir şey alınmadı. Tekrar dene.'],
      unsure: ['Sunucu yanıt vermedi', 'Alındığı kesin değil: tekrar kontrol et.'],
    },
  },

  activity: {
    title: 'Etkinlik',
    showMore: 'Daha fazla',
    showingMore: 'Yükleniyor',
    notShown: ['Daha fazlası yüklenemedi', 'Biraz bekle ve tekrar dene.'],
    shown: (entries) => `${full(entries)} kayıt daha`,
    total: (xp) => `Toplam ${full(xp)} XP`,
    sources: {
      chat: 'Sohbet mesajı',
      reply: 'Yanıt',
      reaction: 'Tepki',
      reaction_received: 'Alınan tepki',
      lesson: 'Ders',
      membership: 'Üyelik',
      payment: 'Ödeme',
      given: 'Topluluk verdi',
      taken: 'Topluluk aldı',
      takenBack: 'Geri alındı',
      givenBack: 'Geri verildi',
      reset: 'Sıfırlandı',
      resetUndone: 'Sıfırlama geri alındı',
    },
    none: (why) => `XP yok: ${why}`,
    clipped: (xp, of, why) => `${full(xp)} / ${of}: ${why}`,
    range: (min, max) => `${full(min)} ile ${full(max)} arasından rastgele`,
    repeat: (count, received) => `aynı üye${received ? 'den' : 'ye'} ${full(count)}. tepki`,
    joined: (parts) => parts.join(', '),
    part: (percent) => `bunun %${full(percent)} kadarı`,
    because: { refund: 'Geri ödeme', dispute: 'İtirazlı ödeme', deactivation: 'Üyelik sona erdi' },
    why: {
      cooldown: (time) => (time ? `${time} sonra yine kazanabilirsin` : 'az önce zaten kazanmıştın'),
      cap: {
        source: {
          day: (xp) => `buradan günde en fazla ${full(xp)} XP gelir`,
          week: (xp) => `buradan haftada en fazla ${full(xp)} XP gelir`,
        },
        all: {
          day: (xp) => `günde en fazla ${full(xp)} XP`,
          week: (xp) => `haftada en fazla ${full(xp)} XP`,
        },
      },
      bank: 'son zamanlarda bundan çok kazandın, zamanla yenilenir',
      'source-off': 'bu, burada bir şey kazandırmaz',
      'too-short': (characters) => (characters ? `${full(characters)} karakterden kısa` : 'çok kısa'),
      'no-xp-experience': 'bu yerde bir şey kazanılmaz',
      'no-xp-member': 'burada bir şey kazanmazsın',
    },
  },
});
