/**
 * Makes the ready-made subsets: a `.woff2` beside every `.ttf` of `static/fonts/`, out of that very file, so that what is
 * measured and what is embedded agree. `static/fonts/subset.json` says which characters: those that decks in Kazakh,
 * Russian and English are written with. Run by hand when a font or the list changes: `node scripts/make-fonts.mjs`.
 *
 * Source: the `.ttf` files are those of the npm packages `@expo-google-fonts/{golos-text,noto-serif,noto-sans}` 0.4.2,
 * byte for byte, under the licence beside them.
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
