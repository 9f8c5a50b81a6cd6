/**
 * Makes a subset of each font: a `.woff2` next to every `.ttf` of `static/fonts/`, made from that file, so that the embedded
 * font has the measures of the `.ttf`. `static/fonts/subset.json` lists the characters that decks in Kazakh, Russian and
 * English use. Run it by hand after a font or the list has changed: `node scripts/make-fonts.mjs`.
 *
 * Source: the `.ttf` files are those of the npm packages `@expo-google-fonts/{golos-text,noto-serif,noto-sans}` 0.4.2,
 * unchanged, under the licence next to them.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const fonts = join(dirname(fileURLToPath(import.meta.url)), '../static/fonts')
const { features, characters } = JSON.parse(await readFile(join(fonts, 'subset.json'), 'utf8'))

for (const file of (await readdir(fonts, { recursive: true })).filter((name) => name.endsWith('.ttf')).sort()) {
  const ttf = await readFile(join(fonts, file))
  const woff2 = await subsetFont(ttf, characters.join(''), { targetFormat: 'woff2', keepFeatures: features })
  await writeFile(join(fonts, file.replace(/ttf$/, 'woff2')), woff2)
  console.log(`${file}: ${woff2.length} bytes`)
}
