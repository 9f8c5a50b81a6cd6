/** One video of a provider, as its own addresses name it. Units: seconds. */
interface Found {
  id: string
  key?: string | null
  start?: number | null
}

/** How a deck wants a video to be played, as far as its player can. Units: seconds. */
export interface Wishes {
  start?: number | null
  end?: number | null
  muted?: boolean
  loop?: boolean
}

/** A provider whose player a page may show. */
interface Player {
  name: string
  hosts: RegExp
  /** The video that an address of its is about; null where it is about none, or about several. */
  find(url: URL): Found | null
  /** The shortest address of its page. */
  page(video: Found): string
  /** The player that asks and keeps the least, beginning at once: it is loaded on a click. */
  frame(video: Found & Wishes): string
}

/** `90`, `90s`, `1m30s`, `1h2m3s`. */
export function secondsOf(time: string | null): number | null {
  const [whole, hours, minutes, seconds] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(time ?? '') ?? []
  if (!whole) return null
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
}

const first = (pattern: RegExp, text: string): string | null => pattern.exec(text)?.[1] ?? null

const withQuery = (address: string, query: Readonly<Record<string, string | number | null | undefined>>): string => {
  const url = new URL(address)
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined) url.searchParams.set(name, String(value))
  }
  return url.href
}

const youtube: Player = {
  name: 'YouTube',
  hosts: /(?:^|\.)(?:youtube\.com|youtu\.be|youtube-nocookie\.com)$/i,
  find({ hostname, pathname, searchParams }) {
    const short = /youtu\.be$/i.test(hostname) ? first(/^\/([\w-]{11})(?:\/|$)/, pathname) : null
    const path = first(/^\/(?:shorts|live|embed|v)\/([\w-]{11})(?:\/|$)/, pathname)
    const watched = pathname === '/watch' ? first(/^([\w-]{11})$/, searchParams.get('v') ?? '') : null
    const id = short ?? path ?? watched
    return id ? { id, start: secondsOf(searchParams.get('t') ?? searchParams.get('start')) } : null
  },
  page: ({ id, start }) => withQuery(`https://youtu.be/${id}`, { t: start || null }),
  frame: ({ id, start, end, muted, loop }) =>
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

const vimeo: Player = {
  name: 'Vimeo',
  hosts: /(?:^|\.)vimeo\.com$/i,
  find({ pathname, searchParams, hash }) {
    const [, id, key] = /^\/(?:[a-z][\w/-]*\/)?(\d{5,})(?:\/([0-9a-f]{8,}))?\/?$/i.exec(pathname) ?? []
    if (!id) return null
    return { id, key: key ?? searchParams.get('h'), start: secondsOf(first(/[#&]t=(\w+)/, hash)) }
  },
  page: ({ id, key, start }) => `https://vimeo.com/${id}${key ? `/${key}` : ''}${start ? `#t=${start}s` : ''}`,
  frame: ({ id, key, start, muted, loop }) =>
    withQuery(`https://player.vimeo.com/video/${id}`, {
      dnt: 1,
      autoplay: 1,
      h: key,
      muted: muted ? 1 : null,
      loop: loop ? 1 : null,
    }) + (start ? `#t=${start}s` : ''),
}

const rutube: Player = {
  name: 'Rutube',
  hosts: /(?:^|\.)rutube\.ru$/i,
  find({ pathname, searchParams }) {
    const id = first(/^\/(?:video|video\/private|shorts|play\/embed|live\/video)\/([0-9a-f]{32})(?:\/|$)/i, pathname)
    return id ? { id, key: searchParams.get('p'), start: secondsOf(searchParams.get('t')) } : null
  },
  page: ({ id, key, start }) =>
    withQuery(`https://rutube.ru/video/${key ? 'private/' : ''}${id}/`, { p: key, t: start || null }),
  frame: ({ id, key, start }) => withQuery(`https://rutube.ru/play/embed/${id}/`, { p: key, t: start || null }),
}

const vk: Player = {
  name: 'VK Видео',
  hosts: /(?:^|\.)(?:vk\.com|vk\.ru|vkvideo\.ru)$/i,
  find({ pathname, searchParams }) {
    const start = secondsOf(searchParams.get('t'))
    const [oid, number] = [searchParams.get('oid'), searchParams.get('id')]
    if (/\/video_ext\.php$/.test(pathname) && oid && number && /^-?\d+_\d+$/.test(`${oid}_${number}`)) {
      return { id: `${oid}_${number}`, key: searchParams.get('hash'), start }
    }
    const id = first(/(?:video|clip)(-?\d+_\d+)/, searchParams.get('z') ?? pathname)
    return id ? { id, start } : null
  },
  page: ({ id, start }) => withQuery(`https://vkvideo.ru/video${id}`, { t: start ? `${start}s` : null }),
  frame: ({ id, key, start }) => {
    const [oid, number] = id.split('_')
    const time = start ? `${start}s` : null
    return withQuery('https://vkvideo.ru/video_ext.php', { oid, id: number, hash: key, hd: 2, autoplay: 1, t: time })
  },
}

export const players: readonly Player[] = [youtube, vimeo, rutube, vk]

/** Whose pages a slide may show in a frame, as `https://host`. */
export const frameOrigins: readonly string[] = players.map(({ frame }) => new URL(frame({ id: '0_0' })).origin)
