import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'
import { readCmap, readTables, writeTables } from '../fonts/tables.mjs'
import { pathTo } from './files.mjs'

/** The faces of each family that shipped themes use. A browser knows a family only whole. */
const families = {
  'Golos Text': ['golos-text/400', 'golos-text/600', 'golos-text/700'],
  'Noto Sans': ['noto-sans/400', 'noto-sans/400-italic', 'noto-sans/700', 'noto-sans/700-italic'],
  'Noto Serif': ['noto-serif/600'],
}

/**
 * Writes the fonts that a browser on Linux prints with as if they were installed, and a list of them. They are the `.woff2`
 * files of pages, unpacked, with names that no other font has.
 */
export async function makePrintFonts() {
  const { features, characters } = JSON.parse(await readFile(pathTo('static/fonts/subset.json'), 'utf8'))
  // Signs are left out: some fonts lack a few of them.
  const sample = characters.join('').replace(/[^\p{L}\p{Nd}]/gu, '')
  await mkdir(pathTo('build/fonts'), { recursive: true })
  const folders = new Set(Object.values(families).flat().map(dirname))
  for (const folder of folders)
    await copyFile(pathTo('static/fonts', folder, 'OFL.txt'), pathTo('build/fonts', `${folder}-OFL.txt`))
  const faces = await Promise.all(
    Object.entries(families).flatMap(([family, files]) =>
      files.map(async (file) => {
        const embedded = await readFile(pathTo('static/fonts', `${file}.woff2`))
        const options = { targetFormat: 'truetype', keepFeatures: features }
        const tables = readTables(await subsetFont(embedded, characters.join(''), options))
        const installedFamily = `Korme ${family}`
        const name = nameTable(installedFamily, file, postScriptName(tables.get('name')))
        await writeFile(pathTo('build/fonts', `${file.replace('/', '-')}.ttf`), writeTables(tables.set('name', name)))
        const woff2 = createHash('sha256')
          .update(await readFile(pathTo('static/fonts', `${file}.woff2`)))
          .digest('hex')
        const [weight, style] = file.slice(dirname(file).length + 1).split('-')
        const italic = style === 'italic'
        return { family, installedFamily, weight: Number(weight), italic, woff2, width: widthOf(tables, sample) }
      }),
    ),
  )
  const code = `export const printFonts = ${JSON.stringify({ sample, faces }, null, 2)}\n`
  await writeFile(pathTo(join('build/generated', 'print-fonts.js')), code)
}

/** The width of a text without kerning. Units: em. */
function widthOf(tables, text) {
  const glyphOf = readCmap(tables.get('cmap'))
  const [advances, hmtx] = [tables.get('hhea').readUInt16BE(34), tables.get('hmtx')]
  const units = [...text].map((letter) => hmtx.readUInt16BE(Math.min(glyphOf(letter), advances - 1) * 4))
  return units.reduce((sum, one) => sum + one, 0) / tables.get('head').readUInt16BE(18)
}

/** Numbers of names. Source: https://learn.microsoft.com/typography/opentype/spec/name */
const nameId = { family: 1, style: 2, full: 4, postScript: 6 }

/** The PostScript name of a font, which PDFs contain. */
function postScriptName(table) {
  for (let i = 0; i < table.readUInt16BE(2); i++) {
    const record = 6 + i * 12
    if (table.readUInt16BE(record + 6) !== nameId.postScript || table.readUInt16BE(record) !== 3) continue
    const start = table.readUInt16BE(4) + table.readUInt16BE(record + 10)
    return Buffer.from(table.subarray(start, start + table.readUInt16BE(record + 8)))
      .swap16()
      .toString('utf16le')
  }
  throw new Error('the font has no PostScript name')
}

/** Names for Windows in American English, which is what fontconfig reads. */
function nameTable(family, style, postScript) {
  const names = [
    [nameId.family, family],
    [nameId.style, style],
    [nameId.full, `${family} ${style}`],
    [nameId.postScript, postScript],
  ].map(([id, text]) => [id, Buffer.from(text, 'utf16le').swap16()])
  const head = Buffer.alloc(6 + names.length * 12)
  for (const [i, value] of [0, names.length, head.length].entries()) head.writeUInt16BE(value, i * 2)
  let at = 0
  for (const [i, [id, text]] of names.entries()) {
    for (const [k, value] of [3, 1, 0x409, id, text.length, at].entries()) head.writeUInt16BE(value, 6 + i * 12 + k * 2)
    at += text.length
  }
  return Buffer.concat([head, ...names.map(([, text]) => text)])
}
