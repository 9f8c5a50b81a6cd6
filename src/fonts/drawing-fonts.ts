import type { Assets, ImageAsset } from '../model/asset.ts'
import type { Theme } from '../model/theme.ts'
import { shortHash } from '../system/hash.ts'
import type { LoadedFace } from './font-files.ts'
import { subsetFont } from './page-fonts.ts'

/** The theme whose fonts the texts of drawings take. */
interface Fonts {
  theme: Pick<Theme, 'styles'>
  faces: readonly LoadedFace[]
}

/** Drawings with fonts, by the drawing and the faces of the theme. */
const done = new WeakMap<ImageAsset, WeakMap<readonly LoadedFace[], Promise<ImageAsset>>>()

/**
 * Sets the texts of SVG drawings in the theme's font for texts, which each drawing then contains: as a picture, it can use
 * no font of the page, and the fonts that it names are on no other computer.
 */
export async function withDrawingFonts(assets: Assets, fonts: Fonts): Promise<Assets> {
  const entries = await Promise.all(
    [...assets].map(async ([path, asset]) => {
      const isDrawing = asset.kind === 'image' && asset.mime === 'image/svg+xml'
      return [path, isDrawing ? await withFonts(asset, fonts) : asset] as const
    }),
  )
  return new Map(entries)
}

function withFonts(asset: ImageAsset, fonts: Fonts): Promise<ImageAsset> {
  const known = done.get(asset) ?? new WeakMap<readonly LoadedFace[], Promise<ImageAsset>>()
  done.set(asset, known)
  const made = known.get(fonts.faces) ?? addFonts(asset, fonts)
  known.set(fonts.faces, made)
  return made
}

async function addFonts(asset: ImageAsset, { theme, faces }: Fonts): Promise<ImageAsset> {
  const source = Buffer.from(asset.bytes).toString('utf8')
  const root = endOfRoot(source)
  if (root === null || !/<(?:[\w-]+:)?text[\s>]/.test(source)) return asset
  const points = [...new Set(textOf(source))].map((letter) => letter.codePointAt(0)!)
  if (points.length === 0) return asset
  const rules = await Promise.all(
    facesFor(source, theme, faces).map(async ({ face: { weight, italic }, ttf }) => {
      const font = Buffer.from(await subsetFont(ttf, points)).toString('base64')
      const style = `font-weight:${weight};font-style:${italic ? 'italic' : 'normal'}`
      return `@font-face{font-family:"${family}";${style};src:url(data:font/woff2;base64,${font})}`
    }),
  )
  const css = `${rules.join('')}text,tspan,textPath{font-family:"${family}",sans-serif!important}`
  const style = `<${root.prefix}style>${css}</${root.prefix}style>`
  const bytes = Buffer.from(`${source.slice(0, root.end)}${style}${source.slice(root.end)}`)
  return { ...asset, bytes, hash: shortHash(bytes) }
}

/** The name of the font inside a drawing. */
const family = 'drawing'

/** The regular face for texts, and a bold one if the drawing has bold texts. */
function facesFor(source: string, { styles }: Fonts['theme'], faces: readonly LoadedFace[]): LoadedFace[] {
  const { family: name, weight, boldWeight } = styles.body!
  const wanted = /bold|font-weight\s?[:=]\s?["']?[6-9]00/.test(source) ? [weight, boldWeight] : [weight]
  return faces.filter(({ face }) => face.family === name && !face.italic && wanted.includes(face.weight))
}

/** Where the start tag of the root ends, and the prefix of its name; null if it has no content. */
function endOfRoot(source: string): { end: number; prefix: string } | null {
  const [start, prefix = ''] = /<((?:[\w-]+:)?)svg(?=[\s>])/.exec(source) ?? []
  if (start === undefined) return null
  let quote = ''
  for (let at = source.indexOf(start) + start.length; at < source.length; at++) {
    const sign = source[at]!
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return source[at - 1] === '/' ? null : { end: at + 1, prefix }
  }
  return null
}

/** The letters between the tags, and those written by their numbers. */
function textOf(source: string): string {
  const texts = source.split('<').map((part) => {
    if (part.startsWith('![CDATA[')) return part
    return /^(?:[\w-]+:)?style/.test(part) ? '' : part.slice(part.indexOf('>') + 1)
  })
  const numbered = [...source.matchAll(/&#(x[\da-f]{1,6}|\d{1,7});/gi)].map(([, written]) => {
    const point = Number(written!.startsWith('x') || written!.startsWith('X') ? `0${written}` : written)
    return point > 0x20 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
  return `${texts.join('').replace(/[\u0000-\u001f\ufffe\uffff]/g, '')}${numbered.join('')}`
}
