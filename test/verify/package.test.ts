import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { childEnvironment } from '../support/child-environment.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

/** How each package manager installs a file without development dependencies. Exact versions, for equal results. */
const managers = {
  npm: ['npm', 'install', '--omit=dev', '--no-audit', '--no-fund'],
  pnpm: ['npx', '--yes', 'pnpm@10.34.8', 'add', '--prod'],
}

let folder: string
let archive: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korme-package-'))
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root })
  const [{ filename, size, unpackedSize }] = JSON.parse(stdout.slice(stdout.indexOf('[\n')))
  archive = join(folder, filename)
  console.log(`${filename}: ${megabytes(size)} packed, ${megabytes(unpackedSize)} unpacked`)
}, 300_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

async function sizeOf(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries.filter((one) => one.isFile())
  const sizes = await Promise.all(files.map(async (one) => (await stat(join(one.parentPath, one.name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Runs a program with a home of its own, and with no network if the system can take it away. */
async function runOffline(cwd: string, args: string[]): Promise<string> {
  const env = childEnvironment({ HOME: cwd, XDG_CACHE_HOME: '' })
  const [command = '', ...rest] = (await canUnshare) ? ['unshare', '--map-root-user', '--net', ...args] : args
  const { stdout } = await run(command, rest, { cwd, env })
  return stdout
}

const canUnshare = run('unshare', ['--map-root-user', '--net', 'true']).then(
  () => true,
  () => false,
)

/** The messages of the type checker about a program that uses the installed library. */
function checkTypes(cwd: string): string {
  const types = join(root, 'node_modules/@types')
  const program = ts.createProgram([join(cwd, 'use.ts')], {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    typeRoots: [types],
    types: ['node'],
  })
  return ts.formatDiagnostics(ts.getPreEmitDiagnostics(program), {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => cwd,
    getNewLine: () => '\n',
  })
}

const usage = `import { build, check, produce, withPrinter, type Diagnostic } from 'korme'
const { diagnostics } = await check('decks/bayqau.json')
const codes: string[] = diagnostics.map(({ code }: Diagnostic) => code)
await build('decks/bayqau.json', { out: 'public' })
const requests = [{ kind: 'pdf', options: { notes: true } } as const]
await withPrinter({}, (printer) => produce('decks/bayqau.json', {}, requests, { printer }))
// @ts-expect-error: there is no such kind of document.
await produce('decks/bayqau.json', {}, [{ kind: 'pptx', options: {} }])
export { codes }
`

describe.each(Object.entries(managers))(
  'installed with %s, without development dependencies',
  (name, [command, ...args]) => {
    let cwd: string

    beforeAll(async () => {
      cwd = join(folder, name)
      await mkdir(cwd)
      await writeFile(join(cwd, 'package.json'), '{ "private": true, "type": "module" }\n')
      await run(command!, [...args, archive], { cwd })
      console.log(`${name}: ${megabytes(await sizeOf(join(cwd, 'node_modules')))} with all that it needs`)
      for (const part of ['decks', 'static/img']) await cp(join(root, part), join(cwd, part), { recursive: true })
    }, 300_000)

    test('it builds HTML, a PDF and a handout with no network', async () => {
      const korme = join(cwd, 'node_modules/.bin/korme')
      await runOffline(cwd, [korme, 'build', '--pdf', '--handout', 'decks/bayqau.json'])
      expect((await readdir(join(cwd, 'dist'))).sort()).toEqual(['bayqau.handout.pdf', 'bayqau.html', 'bayqau.pdf'])
      expect(await readFile(join(cwd, 'dist/bayqau.html'), 'utf8')).toContain('</html>')
      for (const pdf of ['bayqau.pdf', 'bayqau.handout.pdf']) {
        expect(await readFile(join(cwd, 'dist', pdf), 'latin1')).toMatch(/^%PDF-[\s\S]*%%EOF\s*$/)
      }
    }, 120_000)

    test('the library builds a page, and its types are those of its code', async () => {
      await writeFile(
        join(cwd, 'use.mjs'),
        "import { build } from 'korme'\nconst { outputs } = await build('decks/every-block.json', { out: 'public' })\nconsole.log(outputs.length)\n",
      )
      expect(await runOffline(cwd, [process.execPath, 'use.mjs'])).toBe('1\n')
      await writeFile(join(cwd, 'use.ts'), usage)
      expect(checkTypes(cwd)).toBe('')
    }, 120_000)
  },
)
