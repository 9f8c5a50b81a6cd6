import { capturePosters, posterRequestsOf } from '../deck/deck-resources.ts'
import { type Asset, type Assets, posterKey } from '../model/asset.ts'
import type { Deck } from '../model/deck.ts'
import type { Files } from '../model/files.ts'

/** Pictures taken out of the videos of a deck beside everything else: a browser has to start for that. */
export class LiveStills {
  readonly #extracted = new Map<string, Asset>()
  /** The videos and times that pictures were last asked for. */
  #lastRequests = ''
  readonly #files: Files

  constructor(files: Files) {
    this.#files = files
  }

  /** The assets of a deck with the pictures that are there by now. */
  addTo(assets: Assets, deck: Deck): Assets {
    const there = posterRequestsOf(deck).flatMap((request): [string, Asset][] => {
      const picture = this.#extracted.get(posterKey(request))
      return picture && assets.has(request.path) ? [[posterKey(request), picture]] : []
    })
    return there.length > 0 ? new Map([...assets, ...there]) : assets
  }

  /** Takes the pictures of a deck, unless that has been tried. True where there are some that were not there before. */
  async extract(assets: Assets, deck: Deck): Promise<boolean> {
    const requests = posterRequestsOf(deck)
    const asked = JSON.stringify(requests.map((request) => [request, assets.get(request.path)]))
    if (requests.length === 0 || asked === this.#lastRequests) return false
    this.#lastRequests = asked
    let more = false
    for (const [name, asset] of await capturePosters(deck, assets, this.#files)) {
      const before = this.#extracted.get(name) ?? assets.get(name)
      const isSame =
        before === asset || (before?.kind === 'image' && asset.kind === 'image' && before.hash === asset.hash)
      if (isSame) continue
      this.#extracted.set(name, asset)
      more = true
    }
    return more
  }
}
