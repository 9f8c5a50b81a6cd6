import { createHash } from 'node:crypto'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { bundle, nodeOptions } from './bundle.mjs'
import { pathTo } from './files.mjs'

/** Options of ES modules, split so that each dynamic import loads its own file. */
const moduleOptions = {
  ...nodeOptions,
  outdir: 'build',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  // Bundled CommonJS packages call `require`.
  banner: { js: "import { createRequire as _cr } from 'node:module'; const require = _cr(import.meta.url);" },
}

/** Bundles the library. */
export async function makeLibrary() {
  await bundle({ ...moduleOptions, entryPoints: ['src/index.ts'] })
}

/**
 * Bundles the command line: a small entry file, and one file with everything else, since one file is read and compiled
 * faster than many. Dynamic imports in it become functions, so each part still runs only when it is first needed.
 */
export async function makeCommandLine() {
  await bundle({
    ...nodeOptions,
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
  const program = toAscii(await readFile(pathTo('build/program.cjs'), 'utf8'))
  await writeFile(pathTo('build/program.cjs'), program)
  const programHash = createHash('sha256').update(program).digest('hex').slice(0, 16)
  await bundle({
    ...moduleOptions,
    entryPoints: [{ in: 'src/cli/start.ts', out: 'start' }],
    define: { programHash: JSON.stringify(programHash) },
  })
  await makeEntry()
  await chmod(pathTo('build/korme.js'), 0o755)
}

/** Bundles the file that `korme` runs. It checks the version of Node, so it is made for much older ones. */
async function makeEntry() {
  const options = { ...nodeOptions, target: 'node12.22', format: 'esm' }
  await bundle({ ...options, entryPoints: ['src/cli/old-node.ts'], outfile: 'build/old-node.js' })
  const parts = { './start.ts': './start.js', './old-node.ts': './old-node.js' }
  const plugin = {
    name: 'parts',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^\.\/(?:start|old-node)\.ts$/ }, ({ path }) => ({ path: parts[path], external: true })),
  }
  await bundle({ ...options, entryPoints: ['src/cli/bin.ts'], outfile: 'build/korme.js', plugins: [plugin] })
}

/**
 * Escapes all characters that are not ASCII: Node reads ASCII files in a third of the time. esbuild has left such characters
 * only in regular expressions and in raw templates that become regular expressions, and there an escape means the same.
 */
function toAscii(code) {
  const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return code.replace(/[^\0-\x7f]/g, escaped)
}
