/**
 * Makes `build/`: what Korme would otherwise compile at run time, the browser's scripts and styles, the library and the
 * command line. Plain JavaScript, because it runs before anything is compiled. `--if-missing` does nothing if the command
 * line has been made.
 */
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { makeBasemaps } from './make/basemaps.mjs'
import { inlinedPackages } from './make/bundle.mjs'
import { makeClient } from './make/client.mjs'
import { pathTo } from './make/files.mjs'
import { makeLineBreaks } from './make/line-breaks.mjs'
import { makePrintFonts } from './make/print-fonts.mjs'
import { makeCommandLine, makeLibrary } from './make/program.mjs'
import { makeStyles } from './make/styles.mjs'
import { makeTemplates } from './make/templates.mjs'
import { makeValidators } from './make/validators.mjs'

if (!(process.argv.includes('--if-missing') && existsSync(pathTo('build/korme.js')))) {
  await rm(pathTo('build/chunks'), { recursive: true, force: true })
  await mkdir(pathTo('build/generated'), { recursive: true })
  await Promise.all([
    makeValidators(),
    makeTemplates(),
    makeStyles(),
    makeBasemaps(),
    makeLineBreaks(),
    makeClient(),
    makePrintFonts(),
  ])
  await Promise.all([makeLibrary(), makeCommandLine()])
  const packages = JSON.stringify([...inlinedPackages].sort(), null, 2)
  await writeFile(pathTo('build/generated/inlined-packages.json'), packages)
}
