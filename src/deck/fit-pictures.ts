import pLimit from 'p-limit'
import { isResizable, resizeImage } from '../load/assets/resize-image.ts'
import type { Asset, ImageAsset } from '../model/asset.ts'
import type { LaidOutDeck, PlacedBox } from '../model/laid-out.ts'
import { openCache } from '../system/cache.ts'
import { largestUses, mapPictures, type PictureUse } from './picture-uses.ts'

/** The resolution of pictures: that of good print. Units: px per inch. */
const ppi = 200

/** Units: CSS px per inch. A slide is 1280 px or 13.33 inches wide. */
const cssPpi = 96

/** A picture with up to this many times the pixels that it needs stays as it is. */
const tolerance = 1.02

/** How large an output shows the slides, and what else it shows. */
export interface PictureSizes {
  /** The pages that are shown; all by default. */
  pages?: readonly number[]
  /** Px of the output per px of a slide; 1 by default. */
  scale?: number
  /** Shown on a screen, where a slide may be as wide as a wall. */
  isScreen?: boolean
  /** Boxes besides the slides, in px of the output. */
  boxes?: readonly PlacedBox[]
}

/** A deck whose pictures have the pixels that an output needs. */
export interface FittedPictures {
  deck: LaidOutDeck
  /** Gives other boxes of the output the same pictures. */
  fitBox(box: PlacedBox): PlacedBox
}

/**
 * Gives each picture 200 pixels per inch of its largest use in an output, once per file. A picture that fills a slide of a
 * screen keeps its pixels, and no picture gets more than it has.
 */
export async function fitPictures(deck: LaidOutDeck, sizes: PictureSizes = {}): Promise<FittedPictures> {
  const { pages, scale = 1, isScreen = false, boxes = [] } = sizes
  const shown = pages ? { ...deck, pages: pages.map((index) => deck.pages[index]!) } : deck
  const groups = [
    { boxes: shown.pages.flatMap((page) => page.boxes), scale },
    { boxes, scale: 1 },
  ]
  const fitted = await fitAll([...largestUses(shown, groups, isScreen).values()])
  if (fitted.size === 0) return { deck, fitBox: (box) => box }
  const fitImage = (picture: ImageAsset) => fitted.get(picture.hash) ?? picture
  const fitAsset = (asset: Asset) => (asset.kind === 'image' ? fitImage(asset) : asset)
  const fitBox = (box: PlacedBox) => mapPictures(box, box, (view) => ({ ...view, picture: fitImage(view.picture) }))
  const fittedPages = deck.pages.map((page) => ({ ...page, boxes: page.boxes.map(fitBox) }))
  const assets = new Map([...deck.assets].map(([path, asset]) => [path, fitAsset(asset)]))
  return { deck: { ...deck, pages: fittedPages, assets }, fitBox }
}

/** Returns the pictures that became smaller, by the hash that they had. */
async function fitAll(uses: readonly PictureUse[]): Promise<Map<string, ImageAsset>> {
  const cache = openCache('pictures')
  const asked = uses.filter((use) => isResizable(use.picture) && !use.fillsSlide && isTooFine(use))
  const resized = await pLimit(2).map(asked, async (use) => {
    return [use.picture.hash, await resizeImage(use.picture, sideOf(use), cache)] as const
  })
  return new Map(resized)
}

const neededWidth = ({ width }: PictureUse): number => Math.max(1, Math.ceil((width * ppi) / cssPpi))

const isTooFine = (use: PictureUse): boolean => use.picture.width > neededWidth(use) * tolerance

/** The longer side of a picture in the pixels that it needs. */
const sideOf = (use: PictureUse): number =>
  Math.ceil(neededWidth(use) * Math.max(1, use.picture.height / use.picture.width))
