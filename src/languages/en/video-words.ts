import type { VideoWords } from '../../model/words.ts'

/** What videos say in English. */
export const videoWords: VideoWords = {
  play: (what, where) => `Play the video${what ? `: ${what}` : ''}${where ? ` (${where}, needs the internet)` : ''}`,
  online: (provider) => `${provider} · needs the internet`,
  onlinePage: 'Needs the internet',
  qr: (where) => `QR code of the video's address at ${where}`,
}
