import { Latin } from '../latin/latin.ts'
import { latinFitter } from '../latin/latin-fitter.ts'
import type { LayoutResources } from '../layout/layout.ts'
import type { Deck } from '../model/deck.ts'
import type { Fitter } from '../model/fitted.ts'

interface LatinTools {
  fitter: Fitter
  latin: Latin
}

/** The last tools of each fitter, which are the same as long as the deck's own words are. */
const kept = new WeakMap<Fitter, LatinTools & { key: string }>()

/** Returns the resources by which a deck is laid out with its Kazakh texts in Latin letters. */
export function latinResources<R extends LayoutResources>(resources: R, { latin: { words } }: Deck): R {
  const key = JSON.stringify(words)
  let tools = kept.get(resources.fitter)
  if (tools?.key !== key) {
    const latin = new Latin(words)
    tools = { key, latin, fitter: latinFitter(resources.fitter, latin) }
    kept.set(resources.fitter, tools)
  }
  return { ...resources, fitter: tools.fitter, latin: tools.latin }
}
