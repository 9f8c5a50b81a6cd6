import { signal } from '@preact/signals'
import type { JsonValue, NodePath } from '../../model/source.ts'
import { pathKey, slideOfPath, valueAt } from './values.ts'

/** A text that was typed and is not saved yet. */
export interface KeptText {
  path: NodePath
  text: string
  /** The text of the file when typing began. */
  base: string
}

/**
 * Returns where a text belongs that was kept: where the text stands on which it was typed, also in a slide that has another place
 * now. Null if it stands nowhere, or in several slides: others have changed it.
 */
export function placeOfKept(deck: JsonValue, slides: NodePath, { path, base }: KeptText): NodePath | null {
  const isBase = (place: NodePath) => textOf(valueAt(deck, place)) === base
  if (isBase(path)) return path
  const list = valueAt(deck, slides)
  if (slideOfPath(path, slides) === null || base === '' || !Array.isArray(list)) return null
  const found = list.map((_, index): NodePath => [...slides, index, ...path.slice(slides.length + 1)]).filter(isBase)
  return found.length === 1 ? found[0]! : null
}

const textOf = (value: JsonValue | undefined): string =>
  value === undefined || value === null || typeof value === 'object' ? '' : String(value)

/** The texts of a deck that are typed and not saved, kept by the browser from the first key on. */
export interface KeptTexts {
  /** Those that were there when the page was loaded: a tab was closed, or a save failed. */
  found: { value: readonly KeptText[] }
  keep(text: KeptText): void
  /** Finds those that were kept since. */
  lookAgain(): void
  forget(path: NodePath): void
}

/** Opens the texts of a deck, by a name that no other deck has. */
export function openKeptTexts(deck: string): KeptTexts {
  const prefix = `korme-edit-text ${deck} `
  const nameOf = (path: NodePath) => prefix + pathKey(path)
  const found = signal<readonly KeptText[]>(readAll(prefix))
  return {
    found,
    keep: (text) => {
      try {
        localStorage.setItem(nameOf(text.path), JSON.stringify(text))
      } catch {
        // A browser that stores nothing keeps the text on the page.
      }
    },
    lookAgain: () => {
      found.value = readAll(prefix)
    },
    forget: (path) => {
      const key = pathKey(path)
      if (found.value.some((one) => pathKey(one.path) === key))
        found.value = found.value.filter((one) => pathKey(one.path) !== key)
      try {
        localStorage.removeItem(nameOf(path))
      } catch {
        // There is nothing to remove then.
      }
    },
  }
}

function readAll(prefix: string): KeptText[] {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix))
    return names.flatMap((name) => {
      const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as KeptText | null
      return kept && Array.isArray(kept.path) && typeof kept.text === 'string' ? [kept] : []
    })
  } catch {
    return []
  }
}
