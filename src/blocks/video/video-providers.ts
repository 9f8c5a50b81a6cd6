import { parseAddress } from '../../model/web-address.ts'

/** A video of a provider, as its addresses name it. Units: seconds. */
interface VideoRef {
  id: string
  key?: string | null
  start?: number | null
}

/** How the deck wants a video to be played. Units: seconds. */
export interface PlaybackOptions {
  start?: number | null
  end?: number | null
  muted?: boolean
  loop?: boolean
}

/** A provider whose player may be embedded. */
interface VideoProvider {
  name: string
  /** Its hosts: these domains and their subdomains. */
  domains: readonly string[]
  /** Returns the video of an address; null if the address names none, or several. */
  parse(url: URL): VideoRef | null
  /** Returns the shortest address of its page. */
  pageUrl(video: VideoRef): string
  /** Returns the address of its most private player, which starts at once: it is loaded on a click. */
  embedUrl(video: VideoRef & PlaybackOptions): string
}

/** `90`, `90s`, `1m30s`, `1h2m3s`. */
export function parseSeconds(time: string | null): number | null {
  const [whole, hours, minutes, seconds] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(time ?? '') ?? []
  if (!whole) return null
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
}

const firstGroup = (pattern: RegExp, text: string): string | null => pattern.exec(text)?.[1] ?? null

const withQuery = (address: string, query: Readonly<Record<string, string | number | null | undefined>>): string => {
  const url = parseAddress(address)
  if (!url) return address
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined) url.searchParams.set(name, String(value))
  }
  return url.href
}

const youtube: VideoProvider = {
  name: 'YouTube',
  domains: ['youtube.com', 'youtu.be', 'youtube-nocookie.com'],
  parse({ hostname, pathname, searchParams }) {
    const short = /youtu\.be$/i.test(hostname) ? firstGroup(/^\/([\w-]{11})(?:\/|$)/, pathname) : null
    const path = firstGroup(/^\/(?:shorts|live|embed|v)\/([\w-]{11})(?:\/|$)/, pathname)
    const watched = pathname === '/watch' ? firstGroup(/^([\w-]{11})$/, searchParams.get('v') ?? '') : null
    const id = short ?? path ?? watched
    return id ? { id, start: parseSeconds(searchParams.get('t') ?? searchParams.get('start')) } : null
  },
  pageUrl: ({ id, start }) => withQuery(`https://youtu.be/${id}`, { t: start || null }),
  embedUrl: ({ id, start, end, muted, loop }) =>
    withQuery(`https://www.youtube-nocookie.com/embed/${id}`, {
      autoplay: 1,
      rel: 0,
      start: start ? Math.floor(start) : null,
      end: end && Math.ceil(end),
      mute: muted ? 1 : null,
      loop: loop ? 1 : null,
      playlist: loop ? id : null, // it repeats lists only
    }),
}

const vimeo: VideoProvider = {
  name: 'Vimeo',
  domains: ['vimeo.com'],
  parse({ pathname, searchParams, hash }) {
    const [, id, key] = /^\/(?:[a-z][\w/-]*\/)?(\d{5,})(?:\/([0-9a-f]{8,}))?\/?$/i.exec(pathname) ?? []
    if (!id) return null
    return { id, key: key ?? searchParams.get('h'), start: parseSeconds(firstGroup(/[#&]t=(\w+)/, hash)) }
  },
  pageUrl: ({ id, key, start }) => `https://vimeo.com/${id}${key ? `/${key}` : ''}${start ? `#t=${start}s` : ''}`,
  embedUrl: ({ id, key, start, muted, loop }) =>
    withQuery(`https://player.vimeo.com/video/${id}`, {
      dnt: 1,
      autoplay: 1,
      h: key,
      muted: muted ? 1 : null,
      loop: loop ? 1 : null,
    }) + (start ? `#t=${start}s` : ''),
}

const rutube: VideoProvider = {
  name: 'Rutube',
  domains: ['rutube.ru'],
  parse({ pathname, searchParams }) {
    const id = firstGroup(
      /^\/(?:video|video\/private|shorts|play\/embed|live\/video)\/([0-9a-f]{32})(?:\/|$)/i,
      pathname,
    )
    return id ? { id, key: searchParams.get('p'), start: parseSeconds(searchParams.get('t')) } : null
  },
  pageUrl: ({ id, key, start }) =>
    withQuery(`https://rutube.ru/video/${key ? 'private/' : ''}${id}/`, { p: key, t: start || null }),
  embedUrl: ({ id, key, start }) => withQuery(`https://rutube.ru/play/embed/${id}/`, { p: key, t: start || null }),
}

const vk: VideoProvider = {
  name: 'VK Видео',
  domains: ['vk.com', 'vk.ru', 'vkvideo.ru'],
  parse({ pathname, searchParams }) {
    const start = parseSeconds(searchParams.get('t'))
    const [oid, number] = [searchParams.get('oid'), searchParams.get('id')]
    if (/\/video_ext\.php$/.test(pathname) && oid && number && /^-?\d+_\d+$/.test(`${oid}_${number}`)) {
      return { id: `${oid}_${number}`, key: searchParams.get('hash'), start }
    }
    const id = firstGroup(/(?:video|clip)(-?\d+_\d+)/, searchParams.get('z') ?? pathname)
    return id ? { id, start } : null
  },
  pageUrl: ({ id, start }) => withQuery(`https://vkvideo.ru/video${id}`, { t: start ? `${start}s` : null }),
  embedUrl: ({ id, key, start }) => {
    const [oid, number] = id.split('_')
    const time = start ? `${start}s` : null
    return withQuery('https://vkvideo.ru/video_ext.php', { oid, id: number, hash: key, hd: 2, autoplay: 1, t: time })
  },
}

const videoProviders: readonly VideoProvider[] = [youtube, vimeo, rutube, vk]

/** Returns the provider of a host in lower case, if it has one. */
export const providerOf = (hostname: string): VideoProvider | undefined =>
  videoProviders.find(({ domains }) => domains.some((domain) => `.${hostname}`.endsWith(`.${domain}`)))

/** The origins whose players a slide may embed, as `https://host`. */
export const embedOrigins: readonly string[] = videoProviders.map(
  ({ embedUrl }) => parseAddress(embedUrl({ id: '0_0' }))!.origin,
)
