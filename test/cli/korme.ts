import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** The bundled program, as users run it. */
export const bin = join(import.meta.dirname, '../../build/korme.js')

/** What a run left behind. */
export interface Ran {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the program in a folder, in English unless `env` says otherwise; nothing of our own environment reaches it. */
export function korme(cwd: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  const { PATH = '', HOME = '', SystemRoot = '' } = process.env
  const child = spawn(process.execPath, [bin, ...args], { cwd, env: { PATH, HOME, SystemRoot, LANG: 'C', ...env } })
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
