import type { ImageAsset } from './asset.ts'
import { contrastRatio } from './color.ts'

/** A colour with less contrast to its ground cannot be told from it on a projector. */
const leastContrast = 1.5

/** A picture is seen if at least this part of it has another colour than its ground. */
const leastSeen = 0.12

/** Why a picture cannot be seen: its commonest colour, and the contrast of that to the ground. */
export interface UnseenPicture {
  color: string
  ground: string
  ratio: number
}

/** Tells whether a transparent picture disappears on a ground, as a white logo does on white paper; null if it does not. */
export function unseenOn(ground: string, { colors }: Pick<ImageAsset, 'colors'>): UnseenPicture | null {
  const [first] = colors ?? []
  if (!colors || !first) return null
  const seen = colors.filter(({ color }) => contrastRatio(color, ground) >= leastContrast)
  if (seen.reduce((sum, { share }) => sum + share, 0) >= leastSeen) return null
  return { color: first.color, ground, ratio: contrastRatio(first.color, ground) }
}
