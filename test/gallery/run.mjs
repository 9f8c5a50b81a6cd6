/** `npm run gallery [THEME [ASPECT [LANG]]]`: bundles the program that draws the gallery, and runs it. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '../..')
const outfile = join(root, 'build/gallery.mjs')
await build({
  absWorkingDir: root,
  entryPoints: ['test/gallery/make.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  logLevel: 'warning',
  // Bundled CommonJS still asks for `require`.
  banner: { js: "import { createRequire as _cr } from 'node:module'; const require = _cr(import.meta.url);" },
})
await import(pathToFileURL(outfile).href)
