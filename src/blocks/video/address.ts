import { isPrivate } from '../host.ts'
import { players, type Wishes } from './players.ts'

/** What a deck's video is, by what the author wrote. */
export type Source =
  | { kind: 'file'; path: string }
  /** A provider's player, which a page may show in a frame. */
  | { kind: 'player'; provider: string; href: string; player: string }
  /** A page to open; `provider` where it should have been that of one video. */
  | { kind: 'page'; host: string; href: string; provider: string | null }
  /** A computer or a network that others do not reach. */
  | { kind: 'private'; host: string }

/** Reads an address as people paste it: of a page, of a player, a whole `<iframe>`; anything else is the path of a file. */
export function sourceOf(written: string, wishes: Wishes = {}): Source {
  const pasted = inFrame(written) ?? written.trim()
  const url = urlOf(pasted)
  if (!url) return { kind: 'file', path: pasted }
  url.username = ''
  url.password = ''
  if (isPrivate(url.hostname)) return { kind: 'private', host: url.hostname }
  const host = url.hostname.replace(/^(?:www|m)\./, '')
  const player = players.find(({ hosts }) => hosts.test(url.hostname))
  const found = player?.find(url)
  if (!player || !found) return { kind: 'page', host, href: url.href, provider: player?.name ?? null }
  const start = wishes.start ?? found.start ?? null
  const asked = { ...found, ...wishes, start }
  return { kind: 'player', provider: player.name, href: player.page(asked), player: player.frame(asked) }
}

/** The address in a pasted `<iframe>`; null where there is none. */
function inFrame(written: string): string | null {
  const [, double, single, plain] =
    /<iframe\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i.exec(written) ?? []
  const address = double ?? single ?? plain
  if (address === undefined) return null
  return address.trim().replace(/&(?:amp|#38|#x26);/gi, '&')
}

/** People leave out `https:` of what they know: `youtu.be/...`, `//www.youtube.com/...`. */
const known =
  /^(?:\/\/)?(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|youtube-nocookie\.com|vimeo\.com|rutube\.ru|vk\.com|vk\.ru|vkvideo\.ru)\//i

function urlOf(pasted: string): URL | null {
  const address = known.test(pasted) ? `https://${pasted.replace(/^\/\//, '')}` : pasted
  if (!/^https?:/i.test(address)) return null
  try {
    return new URL(address)
  } catch {
    return null
  }
}
