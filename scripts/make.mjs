/**
 * Bundles the program into `build/`: validators from the schemas, templates, basemaps, the browser's
 * scripts and styles, the program.
 * Plain JavaScript, since it runs before anything is compiled. `--if-missing` does nothing where a bundle exists.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv'
import standalone from 'ajv/dist/standalone/index.js'
import * as esbuild from 'esbuild'
import Handlebars from 'handlebars'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const at = (...parts) => join(root, ...parts)

/** Loaded from node_modules when a command needs them: they bring files of their own or are large, or are never needed. */
const external = [
  './bidi.js',
  '../node/LaunchOptions.js',
  '@puppeteer/browsers',
  '@sparticuz/chromium',
  'esbuild',
  'sharp',
  'subset-font',
]

/** The folders in `node_modules` from which code is inlined, for `scripts/make-notices.mjs`. */
const inlinedPackages = new Set()

/** Runs esbuild and records the packages that it inlines. */
async function build(options) {
  const result = await esbuild.build({ ...options, metafile: true })
  for (const { inputs } of Object.values(result.metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = /node_modules\/((?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]
      if (folder && bytesInOutput > 0) inlinedPackages.add(folder)
    }
  }
  return result
}

/** Every file below a folder with one of the endings, sorted, as paths from the root. */
async function files(folder, ending) {
  const entries = await readdir(at(folder), { recursive: true })
  return entries
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort()
}

/** One module a schema: `validate-deck.js` from `deck.schema.json`. */
async function makeValidators() {
  for (const file of await files('schemas', '.schema.json')) {
    const schema = JSON.parse(await readFile(at(file), 'utf8'))
    const ajv = new Ajv({
      allErrors: true,
      verbose: false,
      // Sentences are ours, and one function for each definition is quick to load.
      messages: false,
      inlineRefs: false,
      strict: true,
      allowUnionTypes: true,
      discriminator: true,
      code: { source: true, esm: true, lines: true },
    })
    const name = basename(file, '.schema.json')
    await writeFile(at('build/generated', `validate-${name}.js`), standalone(ajv, ajv.compile(schema)))
  }
}

/** All templates in one module, by file name: `src/blocks/title/title.hbs` is `title`. */
async function makeTemplates() {
  const entries = []
  // With all helpers known, `{{text}}` is a plain look-up: a third of the time, and a misspelt helper fails here.
  const names = JSON.parse(await readFile(at('src/render/helpers.json'), 'utf8'))
  const knownHelpers = Object.fromEntries(names.map((name) => [name, true]))
  for (const file of await files('src', '.hbs')) {
    const source = (await readFile(at(file), 'utf8')).trimEnd()
    const compiled = Handlebars.precompile(source, { knownHelpers, knownHelpersOnly: true, preventIndent: true })
    entries.push(`  ${JSON.stringify(basename(file, '.hbs'))}: ${compiled},`)
  }
  await writeFile(at('build/generated/templates.js'), `export const templates = {\n${entries.join('\n')}\n}\n`)
}

/**
 * The styles of slides in one module: `slide`, what `render/` and the block types bring; `browserPrint` and `document`, for
 * the browser's page when it is printed and where its script does not run; `print`, for the page that PDFs
 * are made of; `handout`, for the sheets of one.
 */
async function makeStyles() {
  const minify = async (names) => {
    const sheets = await Promise.all(names.map((name) => readFile(at(name), 'utf8')))
    const { code } = await esbuild.transform(sheets.join('\n'), { loader: 'css', minify: true, legalComments: 'none' })
    return code.trim()
  }
  const styles = {
    slide: await minify(['src/render/slide.css', ...(await files('src/blocks', '.css'))]),
    browserPrint: await minify(['src/render/browser-print.css']),
    document: await minify(['src/render/document.css']),
    handout: await minify(['src/render/handout.css']),
    print: await minify(['src/render/print.css']),
  }
  await writeFile(at('build/generated/styles.js'), `export const styles = ${JSON.stringify(styles, null, 2)}\n`)
}

/** The basemaps that most maps share, in one module. */
async function makeBasemaps() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/blocks/map/basemap/shared-basemaps.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  })
  const code = Buffer.from(outputFiles[0].contents).toString('base64')
  const { sharedBasemaps } = await import(`data:text/javascript;base64,${code}`)
  const json = async (name) => JSON.parse(await readFile(at('static/places', name), 'utf8'))
  const basemaps = JSON.stringify(sharedBasemaps(await json('kazakhstan.json'), await json('world.json')))
  // A text that is parsed as JSON is read in half the time of the same object as code.
  await writeFile(
    at('build/generated/basemaps.js'),
    `export const basemaps = JSON.parse(${JSON.stringify(basemaps)})\n`,
  )
}

/**
 * Chromium's line breaking, ported by `@chenglou/pretext`. The package exports it only wrapped in canvas measuring, which
 * takes three times as long and needs a stand-in for a canvas, so the module is taken from its files. The version is pinned.
 */
async function makeLineBreaks() {
  const { resolve } = createRequire(import.meta.url)
  await build({
    ...common,
    entryPoints: [join(dirname(resolve('@chenglou/pretext/package.json')), 'dist/line-breaks.js')],
    outfile: 'build/generated/line-breaks.js',
    format: 'esm',
  })
}

/** Scripts and styles of the browser: every `src/client/*.entry.ts` and `*.entry.css` becomes one file of `build/client/`. */
async function makeClient() {
  const entryPoints = [...(await files('src/client', '.entry.ts')), ...(await files('src/client', '.entry.css'))]
  if (entryPoints.length === 0) return
  await build({
    absWorkingDir: root,
    entryPoints: entryPoints.map((file) => ({ in: file, out: basename(file).replace(/\.entry\.(ts|css)$/, '') })),
    outdir: 'build/client',
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome100', 'firefox100', 'safari15'],
    legalComments: 'none',
    logLevel: 'warning',
  })
}

const common = {
  absWorkingDir: root,
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  platform: 'node',
  target: 'node20.19',
  external,
  legalComments: 'none',
  logLevel: 'warning',
}

/** Bundled CommonJS packages still ask for `require`. */
const withRequire = {
  js: "import { createRequire as _cr } from 'node:module'; const require = _cr(import.meta.url);",
}

/** The library: a file for each part that is loaded by itself. */
async function makeLibrary() {
  await build({
    ...common,
    entryPoints: ['src/index.ts'],
    outdir: 'build',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    banner: withRequire,
  })
}

/**
 * The command line: an entry that tells its version, and one file with all the rest, which is read and compiled faster than
 * many. Its parts run when they are first asked for, as they do where each is a file.
 */
async function makeProgram() {
  await build({
    ...common,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'build/program.cjs',
    format: 'cjs',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'here' },
    banner: {
      js: "(function (module, require, __filename) {const here = require('node:url').pathToFileURL(__filename).href;",
    },
    footer: { js: '})' },
  })
  const program = ascii(await readFile(at('build/program.cjs'), 'utf8'))
  await writeFile(at('build/program.cjs'), program)
  const programHash = createHash('sha256').update(program).digest('hex').slice(0, 16)
  await build({
    ...common,
    entryPoints: [{ in: 'src/cli/bin.ts', out: 'korme' }],
    outdir: 'build',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    define: { programHash: JSON.stringify(programHash) },
    banner: withRequire,
  })
  await chmod(at('build/korme.js'), 0o755)
}

/**
 * Code in ASCII, which is read in a third of the time. esbuild has escaped all but regular expressions, where the escape
 * means the same, and raw templates, all of which become regular expressions.
 */
function ascii(code) {
  const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
  return code.replace(/[^\0-\x7f]/g, escaped)
}

if (!(process.argv.includes('--if-missing') && existsSync(at('build/korme.js')))) {
  await rm(at('build/chunks'), { recursive: true, force: true })
  await mkdir(at('build/generated'), { recursive: true })
  await Promise.all([makeValidators(), makeTemplates(), makeStyles(), makeBasemaps(), makeLineBreaks(), makeClient()])
  await Promise.all([makeLibrary(), makeProgram()])
  await writeFile(at('build/generated/inlined-packages.json'), JSON.stringify([...inlinedPackages].sort(), null, 2))
}
