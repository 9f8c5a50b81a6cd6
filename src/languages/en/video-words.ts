import type { VideoWords } from '../../model/words.ts'

/** The texts of videos in English. */
export const videoWords: VideoWords = {
  play: (what, where) => `Play the video${what ? `: ${what}` : ''}${where ? ` (${where}, requires internet)` : ''}`,
  online: (provider) => `${provider} · requires internet`,
  onlinePage: 'Requires internet',
  qr: (where) => `QR code of the video on ${where}`,
}
