import type { Resources } from '../deck/load-resources.ts'
import type { LiveFonts } from './live-fonts.ts'

/** A theme with its fonts. */
export interface LiveTheme extends Pick<Resources, 'theme' | 'faces' | 'fitter'> {
  /** The theme's style sheet. If only the style sheet changes, `theme` stays the same object. */
  css: string
  /** The fonts as served pages load them. */
  fonts: LiveFonts
}

/** The resources of a live deck. */
export type LiveResources = Resources & LiveTheme
