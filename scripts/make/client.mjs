import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { bundle } from './bundle.mjs'
import { filesBelow, pathTo } from './files.mjs'
import { revealPlugin } from './reveal.mjs'

/**
 * Returns the oldest browsers that pages support, as esbuild names them: `safari15.4`. It rewrites newer syntax for them.
 * Newer functions and properties it does not know: `test/client/oldest-browsers.integration.test.ts` finds them.
 */
export async function oldestBrowsers() {
  const { browserslist } = JSON.parse(await readFile(pathTo('package.json'), 'utf8'))
  return browserslist.map((browser) => browser.toLowerCase().replace(' ', ''))
}

/** Bundles the scripts and styles of the browser: each `src/client/*.entry.{ts,tsx,css}` becomes one file of `build/client/`. */
export async function makeClient() {
  const files = await Promise.all(['.entry.ts', '.entry.tsx', '.entry.css'].map((end) => filesBelow('src/client', end)))
  await bundle({
    entryPoints: files.flat().map((file) => ({ in: file, out: basename(file).replace(/\.entry\.(tsx?|css)$/, '') })),
    outdir: 'build/client',
    minify: true,
    format: 'iife',
    target: await oldestBrowsers(),
    legalComments: 'none',
    plugins: [revealPlugin],
  })
}
