import * as esbuild from 'esbuild'
import { root } from './files.mjs'

/** Imports that stay imports: large packages that few commands need, packages that read their own files, and parts that never run. */
const external = [
  './bidi.js',
  '../node/LaunchOptions.js',
  '@puppeteer/browsers',
  '@sparticuz/chromium',
  'bullmq',
  'esbuild',
  'ioredis',
  'sharp',
  'subset-font',
]

/** The options of code that runs in Node. */
export const nodeOptions = {
  minifySyntax: true,
  minifyWhitespace: true,
  platform: 'node',
  target: 'node20.19',
  external,
  legalComments: 'none',
}

/** The folders in `node_modules` that bundled code comes from, for `scripts/make-notices.mjs`. */
export const inlinedPackages = new Set()

/** Bundles with esbuild and records the packages that it inlines. */
export async function bundle(options) {
  const result = await esbuild.build({
    absWorkingDir: root,
    bundle: true,
    logLevel: 'warning',
    metafile: true,
    ...options,
  })
  for (const { inputs } of Object.values(result.metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = /node_modules\/((?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]
      if (folder && bytesInOutput > 0) inlinedPackages.add(folder)
    }
  }
  return result
}
