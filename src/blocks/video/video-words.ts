import type { Lang } from '../../model/lang.ts'

/** What a video says of itself in the language of its deck. */
interface VideoWords {
  /** What a click does, for people who do not see it; `where` is what plays it, `what` its title or what it shows. */
  play(what: string | null, where: string | null): string
  /** Beside a player, and beside the address of a page. */
  online(provider: string): string
  onlinePage: string
  qr(where: string): string
}

export const words: Readonly<Record<Lang, VideoWords>> = {
  en: {
    play: (what, where) => `Play the video${what ? `: ${what}` : ''}${where ? ` (${where}, needs the internet)` : ''}`,
    online: (provider) => `${provider} · needs the internet`,
    onlinePage: 'Needs the internet',
    qr: (where) => `QR code of the video's address at ${where}`,
  },
  ru: {
    play: (what, where) => `Воспроизвести видео${what ? `: ${what}` : ''}${where ? ` (${where}, нужен интернет)` : ''}`,
    online: (provider) => `${provider} · нужен интернет`,
    onlinePage: 'Нужен интернет',
    qr: (where) => `QR-код с адресом видео на ${where}`,
  },
  kk: {
    play: (what, where) => `Бейнені ойнату${what ? `: ${what}` : ''}${where ? ` (${where}, интернет қажет)` : ''}`,
    online: (provider) => `${provider} · интернет қажет`,
    onlinePage: 'Интернет қажет',
    qr: (where) => `Бейненің ${where} торабындағы мекенжайының QR-коды`,
  },
}
