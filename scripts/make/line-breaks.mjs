import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { bundle, nodeOptions } from './bundle.mjs'

/**
 * Bundles Chromium's line breaking, ported by `@chenglou/pretext`. The package exports it only together with measuring on
 * a canvas, which takes three times as long and needs a replacement for the canvas. So this takes one file of the
 * package, whose version is pinned.
 */
export async function makeLineBreaks() {
  const { resolve } = createRequire(import.meta.url)
  await bundle({
    ...nodeOptions,
    entryPoints: [join(dirname(resolve('@chenglou/pretext/package.json')), 'dist/line-breaks.js')],
    outfile: 'build/generated/line-breaks.js',
    format: 'esm',
  })
}
