/**
 * Makes a subset of each font: a `.woff2` next to every `.ttf` of `static/fonts/`, made from that file, so that the embedded
 * font has the measures of the `.ttf`. `static/fonts/subset.json` lists the characters that decks in Kazakh, Russian and
 * English use. Run it by hand after a font or the list has changed: `node scripts/make-fonts.mjs`.
 *
 * Source: the `.ttf` files are those of the npm packages `@expo-google-fonts/{golos-text,noto-serif,noto-sans}` 0.4.2, under
 * the licence next to them. Golos Text draws three letters without their breve, which is added here; the others are unchanged.
 * `static/signs/` has, unchanged, the regular faces of `@expo-google-fonts/{noto-emoji,noto-sans-symbols,noto-sans-symbols-2,
 * noto-sans-math}` 0.4.7, 0.4.1, 0.4.1 and 0.4.2: characters that the fonts of themes lack are cut out of them for each deck.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import { addMarks } from './fonts/add-marks.mjs'

const fonts = join(dirname(fileURLToPath(import.meta.url)), '../static/fonts')
const { features, characters } = JSON.parse(await readFile(join(fonts, 'subset.json'), 'utf8'))

for (const file of (await readdir(fonts, { recursive: true })).filter((name) => name.endsWith('.ttf')).sort()) {
  const original = await readFile(join(fonts, file))
  // https://github.com/googlefonts/golos-text/issues/13
  const ttf = file.startsWith('golos-text') ? addMarks(original, { Ğ: 'Ă', ğ: 'ă', Ŭ: 'Ă' }) : original
  if (ttf !== original) await writeFile(join(fonts, file), ttf)
  const woff2 = await subsetFont(ttf, characters.join(''), { targetFormat: 'woff2', keepFeatures: features })
  await writeFile(join(fonts, file.replace(/ttf$/, 'woff2')), woff2)
  console.log(`${file}: ${woff2.length} bytes`)
}
