import { capturePosters, posterRequestsOf } from '../deck/deck-resources.ts'
import { type Asset, type Assets, posterKey } from '../model/asset.ts'
import type { Deck } from '../model/deck.ts'
import type { Files } from '../model/files.ts'

/** Stills of a deck's videos, extracted in the background because a browser has to start for that. */
export class LiveStills {
  readonly #extracted = new Map<string, Asset>()
  /** The requests of the last call of `extract`. */
  #lastRequests = ''
  readonly #files: Files

  constructor(files: Files) {
    this.#files = files
  }

  /** Adds the stills that were extracted so far. */
  addTo(assets: Assets, deck: Deck): Assets {
    const stills = posterRequestsOf(deck).flatMap((request): [string, Asset][] => {
      const still = this.#extracted.get(posterKey(request))
      return still && assets.has(request.path) ? [[posterKey(request), still]] : []
    })
    return stills.length > 0 ? new Map([...assets, ...stills]) : assets
  }

  /** Extracts the stills that a deck needs, once for the same requests. Returns true if there are new ones. */
  async extract(assets: Assets, deck: Deck): Promise<boolean> {
    const requests = posterRequestsOf(deck)
    const key = JSON.stringify(requests.map((request) => [request, assets.get(request.path)]))
    if (requests.length === 0 || key === this.#lastRequests) return false
    this.#lastRequests = key
    let hasNew = false
    for (const [name, asset] of await capturePosters(deck, assets, this.#files)) {
      const before = this.#extracted.get(name) ?? assets.get(name)
      const isSame =
        before === asset || (before?.kind === 'image' && asset.kind === 'image' && before.hash === asset.hash)
      if (isSame) continue
      this.#extracted.set(name, asset)
      hasNew = true
    }
    return hasNew
  }
}
