import type { ImageAsset } from '../model/asset.ts'
import type { ImageView, LaidOutDeck, PlacedBox } from '../model/laid-out.ts'

/** Boxes of an output. `scale`: px of the output per px of the boxes. */
export interface PlacedBoxes {
  boxes: readonly PlacedBox[]
  scale: number
}

/** The largest use of a picture. Units: px of the output, for the whole picture with what a box crops. */
export interface PictureUse {
  picture: ImageAsset
  width: number
  /** Whether it fills a whole slide on a screen, as large as that may be. */
  fillsSlide: boolean
}

/** Fields of views that hold texts and drawings: they are large, and hold no pictures. */
const wordy = new Set(['page', 'marks', 'rows', 'table', 'head', 'sources'])

type Visit = (view: ImageView, box: Pick<PlacedBox, 'width' | 'height'>) => ImageView

/** Calls `visit` for each picture of a box, whatever its block type, and returns the box with what that returns. */
export function mapPictures<T>(value: T, box: Pick<PlacedBox, 'width' | 'height'>, visit: Visit): T {
  if (Array.isArray(value)) {
    const mapped = value.map((one) => mapPictures(one, box, visit))
    return mapped.some((one, i) => one !== value[i]) ? (mapped as T) : value
  }
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  if ('picture' in value && 'fit' in value) return visit(value as unknown as ImageView, box) as T
  const own = 'template' in value ? (value as unknown as PlacedBox) : box
  let copy: Record<string, unknown> | null = null
  for (const [name, part] of Object.entries(value)) {
    if (wordy.has(name)) continue
    const mapped = mapPictures(part, own, visit)
    if (mapped !== part) copy = { ...(copy ?? value), [name]: mapped }
  }
  return (copy ?? value) as T
}

/** Finds the largest use of each picture, by its hash. */
export function largestUses(
  deck: LaidOutDeck,
  groups: readonly PlacedBoxes[],
  isScreen: boolean,
): Map<string, PictureUse> {
  const uses = new Map<string, PictureUse>()
  const { stage, assets } = deck
  const add = ({ picture, fit }: Pick<ImageView, 'picture' | 'fit'>, width: number, height: number, scale: number) => {
    const [across, down] = [width / picture.width, height / picture.height]
    const factor = (fit === 'cover' ? Math.max(across, down) : Math.min(across, down)) * scale
    const known = uses.get(picture.hash)
    const fillsSlide = isScreen && width >= stage.width && height >= stage.height
    uses.set(picture.hash, {
      picture,
      width: Math.max(known?.width ?? 0, picture.width * factor),
      fillsSlide: fillsSlide || (known?.fillsSlide ?? false),
    })
  }
  for (const { boxes, scale } of groups) {
    for (const box of boxes) {
      mapPictures(box, box, (view, { width, height }) => {
        add(view, width, height, scale)
        return view
      })
    }
  }
  const scale = groups[0]?.scale ?? 1
  for (const { background } of deck.pages) {
    const asset = background === null ? undefined : assets.get(background)
    if (asset?.kind === 'image') add({ picture: asset, fit: 'cover' }, stage.width, stage.height, scale)
  }
  return uses
}
