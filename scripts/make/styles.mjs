import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { transform } from 'esbuild'
import { oldestBrowsers } from './client.mjs'
import { filesBelow, pathTo } from './files.mjs'

/** Block types whose style sheet is in a page only if the page shows such a block. */
const rareBlocks = ['chart', 'people', 'poll', 'table', 'timeline']

/**
 * Writes the style sheets of documents as one module:
 * - `slide`: slides and their usual blocks
 * - `blocks`: those of rare blocks, by the name of the template that needs them
 * - `browserPrint`: the HTML document, printed from a browser
 * - `document`: the HTML document in its reading view, where its script does not run, and in forced colours
 * - `handout`: the sheets of the handout
 * - `inkSaving`: slides on white paper, in the handout and the HTML document
 * - `print`: the page that becomes the PDF
 */
export async function makeStyles() {
  const styles = {
    slide: await minify(['src/render/slide.css', ...(await filesBelow('src/blocks', '.css')).filter(isUsual)]),
    blocks: withDrawnResults(Object.assign({}, ...(await Promise.all(rareBlocks.map(stylesByTemplate))))),
    browserPrint: await minify(['src/render/browser-print.css']),
    document: await minify(['src/render/document.css', 'src/render/reading.css', 'src/render/forced-colors.css']),
    handout: await minify(['src/render/handout.css']),
    inkSaving: await minify(['src/render/ink-saving.css']),
    print: await minify(['src/render/print.css']),
  }
  await writeFile(pathTo('build/generated/styles.js'), `export const styles = ${JSON.stringify(styles, null, 2)}\n`)
}

/** The results of a poll are drawn as a chart. */
const withDrawnResults = (blocks) => ({ ...blocks, poll: [blocks.chart, blocks.poll] })

const isUsual = (file) => !rareBlocks.some((type) => file.startsWith(`src/blocks/${type}/`))

/** Returns the style sheet of a block type under the names of its templates. */
async function stylesByTemplate(type) {
  const folder = `src/blocks/${type}`
  const sheet = await minify(await filesBelow(folder, '.css'))
  return Object.fromEntries((await filesBelow(folder, '.hbs')).map((file) => [basename(file, '.hbs'), sheet]))
}

/** Joins style sheets into one, minified. */
async function minify(files) {
  const sheets = await Promise.all(files.map((file) => readFile(pathTo(file), 'utf8')))
  const options = { loader: 'css', minify: true, target: await oldestBrowsers(), legalComments: 'none' }
  const { code } = await transform(sheets.join('\n'), options)
  return withUnscriptedReading(code.trim())
}

/** A window narrower than a slide shows the reading view if no script runs. */
const narrow = 'screen and (max-width:1279px)'

/** A rule of the reading view outside of media queries. Shape: minified. */
const readingRule = /(?<=^|[{}])[^{}@]*\.ui-reading[^{}]*\{[^{}]*\}/g

/**
 * Restricts the rules of the reading view to screens, and copies them for pages without a script: neither paper nor the
 * show has them.
 */
function withUnscriptedReading(css) {
  const reading = css.match(readingRule)?.join('') ?? ''
  if (reading === '') return css
  const rest = css.replace(readingRule, '')
  if (rest.includes('.ui-reading')) throw new Error('a rule of the reading view is inside a media query')
  const unscripted = reading.replaceAll('.ui-reading', '.korme:not(.ui-on,.still)')
  return `${rest}@media screen{${reading}}@media ${narrow}{${unscripted}}`
}
