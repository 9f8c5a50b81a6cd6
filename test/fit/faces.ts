import { readFileSync } from 'node:fs'
import type { FontFile } from '../../src/fit/font-set.ts'

const fonts = new URL('../../static/fonts/', import.meta.url)

const file = (family: string, folder: string, weight: number, italic = false): FontFile => {
  const name = `${folder}/${weight}${italic ? '-italic' : ''}`
  const face = { family, weight, italic, ttf: `${name}.ttf`, woff2: `${name}.woff2` }
  return { face, ttf: readFileSync(new URL(face.ttf, fonts)) }
}

/** The font files of the tests: one family without italics, one with. */
export const faces: FontFile[] = [
  file('Golos Text', 'golos-text', 400),
  file('Golos Text', 'golos-text', 600),
  file('Golos Text', 'golos-text', 700),
  file('Noto Sans', 'noto-sans', 400),
  file('Noto Sans', 'noto-sans', 700),
  file('Noto Sans', 'noto-sans', 400, true),
  file('Noto Sans', 'noto-sans', 700, true),
]
