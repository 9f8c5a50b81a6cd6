import type { VideoWords } from '../../model/words.ts'

/** The texts of videos in Kazakh. */
export const videoWords: VideoWords = {
  play: (what, where) => `Бейнені ойнату${what ? `: ${what}` : ''}${where ? ` (${where}, интернет қажет)` : ''}`,
  online: (provider) => `${provider} · интернет қажет`,
  onlinePage: 'Интернет қажет',
  qr: (where) => `${where} сайтындағы бейненің QR коды`,
}
