import { beforeAll, describe, expect, test } from 'vitest'
import { fontCodePoints } from '../../src/fonts/cmap.ts'
import { withDrawingFonts } from '../../src/fonts/drawing-fonts.ts'
import { type LoadedFace, loadFaces } from '../../src/fonts/font-files.ts'
import type { ImageAsset } from '../../src/model/asset.ts'
import type { Theme } from '../../src/model/theme.ts'
import { disk } from '../../src/system/disk.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'

let theme: Theme
let faces: LoadedFace[]

beforeAll(async () => {
  theme = (await loadTheme('official', { root: '/', out: '/', files: disk })).theme!
  faces = await loadFaces(theme)
})

const drawing = (svg: string): ImageAsset => ({
  kind: 'image',
  file: 'static/img/a.svg',
  mime: 'image/svg+xml',
  bytes: Buffer.from(svg),
  width: 100,
  height: 100,
  hash: 'a',
})

/** The drawing with its fonts, and the characters of each font. */
async function withFonts(asset: ImageAsset) {
  const made = (await withDrawingFonts(new Map([['a.svg', asset]]), { theme, faces })).get('a.svg') as ImageAsset
  const text = Buffer.from(made.bytes).toString('utf8')
  const fonts = [...text.matchAll(/base64,([^)]+)\)/g)].map(([, font]) =>
    String.fromCodePoint(...fontCodePoints(Buffer.from(font!, 'base64'))),
  )
  return { made, text, fonts }
}

describe('the texts of a drawing', () => {
  test('are set in the font of the theme, which has their letters', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text font-family="Helvetica">Өтінім</text></svg>'
    const { made, text, fonts } = await withFonts(drawing(svg))
    expect(text).toMatch(
      /^<svg xmlns="[^"]+"><style>@font-face\{.*\}text,tspan,textPath\{font-family:"drawing",sans-serif!important\}<\/style><text/,
    )
    expect(fonts).toHaveLength(1)
    for (const letter of 'Өтінм') expect(fonts[0]).toContain(letter)
    expect(fonts[0]!.length).toBeLessThan(30)
    expect(made.hash).not.toBe('a')
    expect(text.replace(/<style>.*<\/style>/, '')).toBe(svg)
  })

  test('count if they are written by numbers, in a prefix, behind a sign in an attribute, or as CDATA', async () => {
    const svg =
      '<?xml version="1.0"?><s:svg xmlns:s="http://www.w3.org/2000/svg" content=">"><s:text>&#x4d8;&#1179;<![CDATA[Ғ]]></s:text></s:svg>'
    const { text, fonts } = await withFonts(drawing(svg))
    expect(text).toContain('content=">"><s:style>@font-face')
    expect(text).toContain('</s:style><s:text>')
    for (const letter of 'ӘқҒ') expect(fonts[0]).toContain(letter)
  })

  test('that are bold have a bold face', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text font-weight="700">А</text><text>Б</text></svg>'
    const { text, fonts } = await withFonts(drawing(svg))
    expect(fonts).toHaveLength(2)
    expect(text).toMatch(/font-weight:400;.*font-weight:[67]00;/)
  })
})

test.each([
  '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
  '<svg xmlns="http://www.w3.org/2000/svg"><title>Атауы</title><rect width="1" height="1"/></svg>',
  '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '<svg xmlns="http://www.w3.org/2000/svg"><text></text></svg>',
])('a drawing without texts stays as it is: %s', async (svg) => {
  const asset = drawing(svg)
  expect((await withFonts(asset)).made).toBe(asset)
})

test('a drawing that has not changed is made once, so that a preview keeps its pages', async () => {
  const asset = drawing('<svg xmlns="http://www.w3.org/2000/svg"><text>А</text></svg>')
  const [one, two] = [await withFonts(asset), await withFonts(asset)]
  expect(one.made).toBe(two.made)
})

test('a long hostile drawing takes linear time', async () => {
  for (const part of ['<', '&#', '<svg ', '"', '<text>']) {
    const asset = drawing(`<svg xmlns="x">${part.repeat(100_000)}</svg>`)
    expect((await withFonts(asset)).made.kind).toBe('image')
  }
})
