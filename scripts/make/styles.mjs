import { readFile, writeFile } from 'node:fs/promises'
import { transform } from 'esbuild'
import { filesBelow, pathTo } from './files.mjs'

/**
 * Writes the style sheets of documents as one module:
 * - `slide`: slides and their blocks
 * - `browserPrint`: the HTML document, printed from a browser
 * - `document`: the HTML document, where its script does not run
 * - `handout`: the sheets of the handout
 * - `print`: the page that becomes the PDF
 */
export async function makeStyles() {
  const styles = {
    slide: await minify(['src/render/slide.css', ...(await filesBelow('src/blocks', '.css'))]),
    browserPrint: await minify(['src/render/browser-print.css']),
    document: await minify(['src/render/document.css']),
    handout: await minify(['src/render/handout.css']),
    print: await minify(['src/render/print.css']),
  }
  await writeFile(pathTo('build/generated/styles.js'), `export const styles = ${JSON.stringify(styles, null, 2)}\n`)
}

/** Joins style sheets into one, minified. */
async function minify(files) {
  const sheets = await Promise.all(files.map((file) => readFile(pathTo(file), 'utf8')))
  const { code } = await transform(sheets.join('\n'), { loader: 'css', minify: true, legalComments: 'none' })
  return code.trim()
}
