import sharp, { type Sharp } from 'sharp'
import type { Shot } from './make.ts'

const gap = 12
const ground = '#8a8f98'

/** Pictures in rows, each as wide as `width`. Units: px. */
async function grid(pngs: readonly Uint8Array[], columns: number, width: number, ratio: number): Promise<Sharp> {
  const height = Math.round(width / ratio)
  const small = await Promise.all(
    pngs.map((png) => sharp(png).resize(width, height, { kernel: 'lanczos3' }).toBuffer()),
  )
  const rows = Math.ceil(pngs.length / columns)
  const size = { width: gap + columns * (width + gap), height: gap + rows * (height + gap) }
  return sharp({ create: { ...size, channels: 3, background: ground } }).composite(
    small.map((input, i) => ({
      input,
      left: gap + (i % columns) * (width + gap),
      top: gap + Math.floor(i / columns) * (height + gap),
    })),
  )
}

/** All slides of one theme in one language. */
export async function contactSheet(shots: readonly Shot[], columns: number, aspect: string): Promise<Buffer> {
  const [width, ratio] = aspect === '4:3' ? [320, 4 / 3] : [400, 16 / 9]
  return (
    await grid(
      shots.map(({ png }) => png),
      columns,
      width,
      ratio,
    )
  )
    .png()
    .toBuffer()
}

/** Which slides the README shows of each theme, and the language of each row. */
const shown = ['cover', 'section', 'text', 'text-image', 'quote', 'number', 'columns', 'image-full']
const rows = [
  ['official', 'kk'],
  ['calm', 'ru'],
  ['stage', 'en'],
  ['contrast', 'kk'],
] as const

/** Eight slides of each of the four themes; null where not all of them were drawn. */
export async function readmeSheet(all: ReadonlyMap<string, readonly Shot[]>): Promise<Buffer | null> {
  const pngs = rows.flatMap(([theme, lang]) => {
    const shots = all.get(`${theme}-16x9-${lang}`) ?? []
    return shown.flatMap((layout) => shots.find((shot) => shot.layout === layout)?.png ?? [])
  })
  if (pngs.length < rows.length * shown.length) return null
  return (await grid(pngs, 4, 300, 16 / 9)).png({ palette: true, colours: 128, effort: 10 }).toBuffer()
}
