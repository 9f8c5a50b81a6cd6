import type { PageLanguage } from '../../model/wire/page-data.ts'
import { findPlace, type PlacedPage, placeOf } from '../../model/wire/page-place.ts'

/** What a URL like `…#/s3-2?lang=ru&at=1.4.25` says besides the name of the slide. */
interface AddressQuery {
  /** The tag of a language. */
  lang: string | null
  /** Where the page begins, see `PlacedPage`. */
  at: string | null
}

/** Returns the address of a slide, by which it is found in other languages too. */
export function addressOf({ id, dataset: { at } }: HTMLElement, { tag, suffix }: PageLanguage): string {
  const name = id.slice(0, id.length - suffix.length)
  return `${name}?lang=${tag}${at === undefined ? '' : `&at=${at}`}`
}

/** Reads the URL of the page. */
export function queryInUrl(): AddressQuery {
  const [, query = ''] = location.hash.split('?')
  const read = new URLSearchParams(query)
  return { lang: read.get('lang'), at: read.get('at') }
}

/** A slide as its place is found. */
export const placedPage = ({ id, dataset: { at } }: HTMLElement): PlacedPage => ({ id, at })

/**
 * Returns the index of the slide that a name means in a language: its id there, or the same place if the name is that of
 * another language; -1 if there is none. `at` is where the page began when the address was written.
 */
export function findNamed(slides: readonly HTMLElement[], name: string, at: string | null, suffix: string): number {
  const own = slides.findIndex(({ id }) => id === name + suffix || id === name)
  if (own !== -1 && (at === null || slides[own]?.dataset.at === at)) return own
  return /^s\d+(?:-\d+)?(?:_|$)/.test(name)
    ? findPlace(slides.map(placedPage), placeOf({ id: name, at: at ?? undefined }))
    : -1
}
