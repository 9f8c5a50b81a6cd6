import { addressInHtml, parseAddress } from '../../model/web-address.ts'
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
  /** No browser can open the address. */
  | { kind: 'broken'; href: string }

/**
 * Parses a pasted address: of a page, of a player, or a whole `<iframe>`, with words around it or without. Anything else
 * is the path of a file.
 */
export function parseVideoSource(written: string, options: PlaybackOptions = {}): ParsedVideoSource {
  const pasted = addressInHtml(written) ?? addressInWords(written)?.address ?? written.trim()
  const href = addressOf(pasted)
  if (href === null) return { kind: 'file', path: pasted }
  const url = parseAddress(href)
  if (!url) return { kind: 'broken', href }
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

/** Finds the one address in a text of several words: `Бейне: https://youtu.be/…`. Null if there are none, or several. */
export function addressInWords(written: string): { address: string; words: string } | null {
  const parts = written.trim().split(/\s+/)
  const addresses = parts.filter((part) => /^[("«„“]?https?:\/\//i.test(part))
  const [found] = addresses
  if (found === undefined || addresses.length > 1 || parts.length === 1 || /^https?:/i.test(parts[0]!)) return null
  const address = found.replace(/^[("«„“]/, '').replace(/[)"»“”.,;]$/, '')
  return { address, words: parts.filter((part) => part !== found).join(' ') }
}

/** Providers are known without `https:`, as people paste them: `youtu.be/...`, `//www.youtube.com/...`. */
function addressOf(pasted: string): string | null {
  const [, host = ''] = /^(?:\/\/)?([\w.-]+)\//.exec(pasted) ?? []
  const address = providerOf(host.toLowerCase()) ? `https://${pasted.replace(/^\/\//, '')}` : pasted
  return /^https?:/i.test(address) ? address : null
}
