import type { Latin } from '../latin/latin.ts'
import type { Asset } from '../model/asset.ts'
import type { BlockEngines } from '../model/block-type.ts'
import type { LocalizedDeck } from '../model/deck.ts'
import type { Fitter } from '../model/fitted.ts'
import type { LaidOutDeck } from '../model/laid-out.ts'
import type { StageDimensions, Theme } from '../model/theme.ts'
import type { Layouts } from './choose-layout.ts'

/** Returns the file of a path as written; null if it was not found. */
export type AssetLookup = (path: string) => Asset | null

/** A deck with everything that its slides are laid out with. */
export interface LayoutContext {
  deck: LocalizedDeck
  theme: Theme
  aspect: LaidOutDeck['aspect']
  stage: StageDimensions
  layouts: Layouts
  colors: LaidOutDeck['colors']
  logo: Asset | null
  fitter: Fitter
  /** Present if Kazakh texts are in Latin letters, as the fitter sets them. */
  latin?: Latin | undefined
  lookup: AssetLookup
  engines: BlockEngines
}
