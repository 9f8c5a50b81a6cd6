import { basename } from 'node:path'
import { bundle } from './bundle.mjs'
import { filesBelow } from './files.mjs'

/** Bundles the scripts and styles of the browser: each `src/client/*.entry.{ts,css}` becomes one file of `build/client/`. */
export async function makeClient() {
  const files = [...(await filesBelow('src/client', '.entry.ts')), ...(await filesBelow('src/client', '.entry.css'))]
  await bundle({
    entryPoints: files.map((file) => ({ in: file, out: basename(file).replace(/\.entry\.(ts|css)$/, '') })),
    outdir: 'build/client',
    minify: true,
    format: 'iife',
    target: ['chrome100', 'firefox100', 'safari15'],
    legalComments: 'none',
  })
}
