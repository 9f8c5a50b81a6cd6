import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { main } from '../../src/cli/main.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { ansiColor, noColor, shouldColor } from '../../src/report/colors.ts'
import { childEnvironment } from '../support/child-environment.ts'

/** The bundled program, as users run it. */
export const bin = join(import.meta.dirname, '../../build/korme.js')

/** What a run of the command line left behind. */
export interface RunResult {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the bundled program in a process of its own. For what happens before `main` and after it; else use `runKorme`. */
export function spawnKorme(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<RunResult> {
  const child = spawn(process.execPath, [bin, ...args], { cwd, env: childEnvironment(env) })
  return new Promise((resolve, reject) => {
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

let previousRun: Promise<unknown> = Promise.resolve()

/**
 * Runs the command line in this process, in a folder and with an environment as a process of its own would have them: in
 * English unless `env` says otherwise. One run at a time, since a process has one folder and one environment. Without
 * `program`, which identifies it, it does not remember what it built.
 */
export function runKorme(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  program: string | null = null,
): Promise<RunResult> {
  const run = previousRun.then(() => runHere(cwd, args, childEnvironment(env), program))
  previousRun = run.catch(() => {})
  return run
}

async function runHere(
  cwd: string,
  args: readonly string[],
  env: Record<string, string>,
  program: string | null,
): Promise<RunResult> {
  const before = { cwd: process.cwd(), env: { ...process.env } }
  process.chdir(cwd)
  replaceEnvironment(env)
  let stdout = ''
  let stderr = ''
  const paint = shouldColor(env, false) ? ansiColor : noColor
  const terminal: Terminal = {
    out: (text) => {
      stdout += text
    },
    err: (text) => {
      stderr += text
    },
    live: false,
    progress: () => {},
    paint,
    paintErr: paint,
    width: 80,
    env,
  }
  try {
    return { code: await main(args, terminal, { program }), stdout, stderr }
  } finally {
    process.chdir(before.cwd)
    replaceEnvironment(before.env)
  }
}

function replaceEnvironment(env: Readonly<Record<string, string | undefined>>): void {
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, env)
}

/** A folder of its own for one test, with files in it. */
export async function folder(files: Record<string, string | Uint8Array> = {}): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'korme-cli-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true })
    await writeFile(join(path, name), content)
  }
  return path
}

/** A deck with nothing to find in it. */
export const soundDeck = JSON.stringify(
  {
    name: 'Sound',
    lang: 'en',
    slide_max: 1,
    slide_now: 1,
    content: [{ title: 'A title', block: '1', text: 'A text' }],
  },
  null,
  2,
)

/** A deck as people leave it: a comma missing, two too many. */
export const brokenDeck = `{
  "name": "Hand-edited"
  "lang": "en",
  "slide_max": 1,
  "slide_now": 1,
  "content": [
    { "title": "A title", "block": "1", "text": "A text", },
  ]
}
`

/** A deck that cannot be built: it ends inside a text. */
export const cutDeck = '{\n  "name": "Cut",\n  "content": [\n    { "title": "A tit'
