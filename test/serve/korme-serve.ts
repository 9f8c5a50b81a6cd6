import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { bin } from '../cli/run-korme.ts'
import { childEnvironment } from '../support/child-environment.ts'
import { atEndOfFile } from '../support/end-of-file.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** A running `korme serve`. */
export interface Serving {
  /** `http://127.0.0.1:4321`. */
  address: string
  port: number
  /** Its output so far. */
  printed(): string
  /** Stops it as Ctrl-C does, and returns the exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>
}

/** Creates a folder with files; it goes when the test file ends, or when the caller removes it. */
export async function makeFolder(files: Record<string, string | Uint8Array>) {
  const path = temporaryFolder('serve')
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true })
    await writeFile(join(path, name), content)
  }
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** Returns a port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Starts it in a folder, in English by default, and waits until it has printed its URL. */
export async function startServing(
  cwd: string,
  args: readonly string[] = [],
  usual = 'en',
  { command = 'serve', env = {} }: { command?: 'serve' | 'edit'; env?: Readonly<Record<string, string>> } = {},
): Promise<Serving> {
  const all = childEnvironment({ LANG: usual, ...env })
  const child = spawn(process.execPath, [bin, command, ...args], { cwd, env: all })
  let text = ''
  const hear = (part: string) => {
    text += part
  }
  child.stdout.setEncoding('utf8').on('data', hear)
  child.stderr.setEncoding('utf8').on('data', hear)
  const exit = once(child, 'exit')
  atEndOfFile(() => child.kill('SIGKILL')) // a failed test must not leave processes behind
  while (!/Ctrl-C/.test(text)) {
    const [ended] = await Promise.race([once(child.stdout, 'data').then(() => [false]), exit.then(() => [true])])
    if (ended) throw new Error(text)
  }
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? ''
  return {
    address,
    port: Number(address.split(':').at(-1)),
    printed: () => text,
    end: async (signal = 'SIGINT') => {
      child.kill(signal)
      return (await exit)[0]
    },
  }
}

/** Returns a deck of English slides with these titles. */
export const deckOf = (titles: readonly string[], more: object = {}): string =>
  JSON.stringify(
    {
      name: 'Served',
      lang: 'en',
      ...more,
      content: titles.map((title) => ({ title, text: `About ${title.toLowerCase()}.`, notes: `Say: ${title}.` })),
    },
    null,
    2,
  )
