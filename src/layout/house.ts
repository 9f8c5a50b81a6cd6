import type { Asset } from '../model/asset.ts'
import type { Engines } from '../model/block.ts'
import type { LocalDeck } from '../model/deck.ts'
import type { Fitter } from '../model/fitted.ts'
import type { LaidOutDeck } from '../model/laid-out.ts'
import type { Stage, Theme } from '../model/theme.ts'
import type { Layouts } from './choose.ts'

export type AssetOf = (path: string) => Asset | null

/** A deck, and what every slide of it is set with. */
export interface House {
  deck: LocalDeck
  theme: Theme
  aspect: LaidOutDeck['aspect']
  stage: Stage
  layouts: Layouts
  colors: LaidOutDeck['colors']
  logo: Asset | null
  fitter: Fitter
  asset: AssetOf
  engines: Engines
}
