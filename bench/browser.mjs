import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import puppeteer from 'puppeteer-core'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Starts the browser that the project finds. It is started anew: that which prints reaches no server, not even of this machine. */
export async function startBrowser() {
  const outfile = join(root, 'build/bench-browser.mjs')
  await build({
    entryPoints: [join(root, 'src/export/browser/find-browser.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['@sparticuz/chromium'],
    logLevel: 'error',
  })
  const { findBrowser } = await import(outfile)
  const { env, path, isHeadlessShell } = await findBrowser()
  return puppeteer.launch({
    executablePath: path,
    headless: isHeadlessShell ? 'shell' : true,
    env: { ...process.env, ...env },
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
}
