import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What a run of the command line printed and took. Units: MB are 2^20 bytes, the largest share of the memory at once. */
export interface MeasuredRun {
  code: number | null
  /** The findings' codes, each once. */
  codes: string[]
  stderr: string
  cpuSeconds: number
  megabytes: number
}

const program = join(import.meta.dirname, '../../build/korme.js')
/** Tells at the end what the process has used: processor time, because other work on the machine does not count in it. */
const reporter = `import { writeSync } from 'node:fs'
import { largestMemory } from '${pathToFileURL(join(import.meta.dirname, 'largest-memory.mjs'))}'
process.on('exit', () => writeSync(3, JSON.stringify({ ...process.resourceUsage(), megabytes: largestMemory() })))`

/** Runs a command of the bundled program with `--json` in a process of its own. */
export function measuredRun(cwd: string, ...args: string[]): Promise<MeasuredRun> {
  const preload = `data:text/javascript,${encodeURIComponent(reporter)}`
  const child = spawn(process.execPath, ['--import', preload, program, ...args, '--json'], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const texts = ['', '', '', '']
  for (const i of [1, 2, 3]) {
    const stream = child.stdio[i] as NodeJS.ReadableStream
    stream.setEncoding('utf8').on('data', (text: string) => (texts[i] += text))
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      const usage = JSON.parse(texts[3] || '{}') as Partial<NodeJS.ResourceUsage & { megabytes: number }>
      resolve({
        code,
        codes: [...new Set([...texts[1]!.matchAll(/"code": ?"([a-z-]+)"/g)].map(([, found]) => found!))],
        stderr: texts[2]!,
        cpuSeconds: ((usage.userCPUTime ?? Number.NaN) + (usage.systemCPUTime ?? Number.NaN)) / 1e6,
        megabytes: usage.megabytes ?? Number.NaN,
      })
    })
  })
}
