import { stillsOf, takeStills } from '../deck/needs.ts'
import { type Asset, type Assets, stillKey } from '../model/asset.ts'
import type { Deck } from '../model/deck.ts'

/** Pictures taken out of the videos of a deck beside everything else: a browser has to start for that. */
export class LiveStills {
  readonly #taken = new Map<string, Asset>()
  /** The videos and times that pictures were last asked for. */
  #asked = ''

  /** The assets of a deck with the pictures that are there by now. */
  addTo(assets: Assets, deck: Deck): Assets {
    const there = stillsOf(deck).flatMap((request): [string, Asset][] => {
      const picture = this.#taken.get(stillKey(request))
      return picture && assets.has(request.path) ? [[stillKey(request), picture]] : []
    })
    return there.length > 0 ? new Map([...assets, ...there]) : assets
  }

  /** Takes the pictures of a deck, unless that has been tried. True where there are some that were not there before. */
  async take(assets: Assets, deck: Deck): Promise<boolean> {
    const requests = stillsOf(deck)
    const asked = JSON.stringify(requests.map((request) => [request, assets.get(request.path)]))
    if (requests.length === 0 || asked === this.#asked) return false
    this.#asked = asked
    let more = false
    for (const [name, asset] of await takeStills(deck, assets)) {
      const before = this.#taken.get(name) ?? assets.get(name)
      const isSame =
        before === asset || (before?.kind === 'image' && asset.kind === 'image' && before.hash === asset.hash)
      if (isSame) continue
      this.#taken.set(name, asset)
      more = true
    }
    return more
  }
}
