import type { ClientPage } from './client-page.ts'

/** Browsers allow a limited number of changes of the URL. Units: milliseconds between two. */
const minIntervalMs = 1000

/**
 * Returns the index of the slide that the URL names by number or id, or null if the page does not have it (yet). `unnamed`: the
 * index if the URL names none.
 */
export function slideIndexInUrl(
  { slides, findSlide }: Pick<ClientPage, 'slides' | 'findSlide'>,
  unnamed = -1,
): number | null {
  const name = nameInUrl()
  const number = /^\d+$/.test(name) ? Math.max(Number(name) - 1, 0) : null
  const index = name === '' ? unnamed : (number ?? findSlide(name))
  return index >= 0 && index < slides.length ? index : null
}

/** Returns the index to show if the URL names no slide of the page: the last one for a larger number, else the first. */
export const nearestIndex = ({ slides }: Pick<ClientPage, 'slides'>): number =>
  /^\d*$/.test(nameInUrl()) ? slides.length - 1 : 0

/** The number or id in a URL like `…#/s3?lang=ru`. What follows a slash is the number of steps. */
export function nameInUrl(): string {
  const [name = ''] = location.hash.replace(/^#\/?/, '').split(/[/?]/)
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** The number of steps in a URL like `…#/s3/2`, whose slide shows so many; null if it shows all of them. */
export function stepInUrl(): number | null {
  const [, step = ''] = location.hash.replace(/^#\/?/, '').split('?', 1)[0]!.split('/')
  return /^\d{1,4}$/.test(step) ? Number(step) : null
}

/** Adds the number of steps that a slide shows to its address: `s3?lang=ru` becomes `s3/2?lang=ru`. */
export const addressWithStep = (address: string, shown: number | null): string =>
  shown === null ? address : address.replace(/^[^?]*/, (name) => `${name}/${shown}`)

/**
 * Creates a function that writes the address of the current slide into the URL, at once or within a second. An address that
 * somebody enters meanwhile stays: the page goes there as soon as it is told.
 */
export function makeUrlWriter(): (address: string) => void {
  let writtenAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = (address: string) => {
    writtenAt = performance.now()
    try {
      history.replaceState(null, '', `#/${address}`)
    } catch {
      // The page works without: only loading it again starts elsewhere.
    }
  }
  return (address) => {
    clearTimeout(timer)
    if (performance.now() - writtenAt > minIntervalMs) return write(address)
    const { hash } = location
    timer = setTimeout(() => {
      if (location.hash === hash) write(address)
    }, minIntervalMs)
  }
}
