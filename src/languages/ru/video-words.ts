import type { VideoWords } from '../../model/words.ts'

/** The texts of videos in Russian. */
export const videoWords: VideoWords = {
  play: (what, where) => `Воспроизвести видео${what ? `: ${what}` : ''}${where ? ` (${where}, нужен интернет)` : ''}`,
  online: (provider) => `${provider} · нужен интернет`,
  onlinePage: 'Нужен интернет',
  qr: (where) => `QR-код с адресом видео на ${where}`,
}
