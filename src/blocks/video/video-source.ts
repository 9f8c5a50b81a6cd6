import { isPrivateHost } from '../private-host.ts'
import { type PlaybackOptions, providerOf } from './video-providers.ts'

/** The kinds of sources that a video may have. */
export type ParsedVideoSource =
  | { kind: 'file'; path: string }
  /** A provider's player, which may be embedded. */
  | { kind: 'player'; provider: string; href: string; player: string }
  /** A page to open; `provider` if the address should have named one of its videos. */
  | { kind: 'page'; host: string; href: string; provider: string | null }
  /** A computer or a network that the audience cannot reach. */
  | { kind: 'private'; host: string }

/** Parses a pasted address: of a page, of a player, or a whole `<iframe>`. Anything else is the path of a file. */
export function parseVideoSource(written: string, options: PlaybackOptions = {}): ParsedVideoSource {
  const pasted = extractEmbedUrl(written) ?? written.trim()
  const url = parseUrl(pasted)
  if (!url) return { kind: 'file', path: pasted }
  url.username = ''
  url.password = ''
  if (isPrivateHost(url.hostname)) return { kind: 'private', host: url.hostname }
  const host = url.hostname.replace(/^(?:www|m)\./, '')
  const player = providerOf(url.hostname)
  const found = player?.parse(url)
  if (!player || !found) return { kind: 'page', host, href: url.href, provider: player?.name ?? null }
  const start = options.start ?? found.start ?? null
  const asked = { ...found, ...options, start }
  return { kind: 'player', provider: player.name, href: player.pageUrl(asked), player: player.embedUrl(asked) }
}

/** Returns the address in a pasted `<iframe>`; null if there is none. */
function extractEmbedUrl(written: string): string | null {
  const [, double, single, plain] =
    /<iframe\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i.exec(written) ?? []
  const address = double ?? single ?? plain
  if (address === undefined) return null
  return address.trim().replace(/&(?:amp|#38|#x26);/gi, '&')
}

/** Providers are known without `https:`, as people paste them: `youtu.be/...`, `//www.youtube.com/...`. */
function parseUrl(pasted: string): URL | null {
  const [, host = ''] = /^(?:\/\/)?([\w.-]+)\//.exec(pasted) ?? []
  const address = providerOf(host.toLowerCase()) ? `https://${pasted.replace(/^\/\//, '')}` : pasted
  if (!/^https?:/i.test(address)) return null
  try {
    return new URL(address)
  } catch {
    return null
  }
}
