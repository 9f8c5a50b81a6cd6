/** Times whole processes: medians over several runs, in turn with a bare `node -e 0`, so that a ratio holds on a noisy machine. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Memory of a running process, its share of what it shares with others. Units: bytes; 0 where the system does not tell. */
function memoryOf(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

/** Processes below a process, and itself. */
function tree(pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
    return [pid, ...children.flatMap((child) => tree(Number(child)))]
  } catch {
    return []
  }
}

// A cache of its own: without it Korme would find documents of earlier runs unchanged, and make none.
const cache = mkdtempSync(join(tmpdir(), 'korme-bench-cache-'))
process.env.XDG_CACHE_HOME = cache
process.on('exit', () => rmSync(cache, { recursive: true, force: true }))

/** The folders in which a command leaves the documents of its decks; none for commands that make no documents. */
function foldersOf(command) {
  if (!command.some((word) => ['build', 'pdf', 'handout'].includes(word))) return []
  const decks = command.filter((word) => /\.json(?:\.txt)?$/.test(word))
  return decks.map((deck) => join(dirname(deck).replace(/\/decks$/, ''), 'dist'))
}

const changedMs = (folder) =>
  Math.max(0, ...(existsSync(folder) ? readdirSync(folder) : []).map((name) => statSync(join(folder, name)).mtimeMs))

/** A file may be as much older than the clock says. Units: milliseconds. */
const clockMs = 20

/**
 * Runs a command once; documents of decks are made anew, unless `options.again` is set. Gives milliseconds, exit code, and
 * the most memory that its whole process tree had at a time, in bytes; pages that processes share count once.
 *
 * Errors: documents that should have been made were not, or the other way round: the time would not be that of the work.
 */
export async function once([command, ...args], options = {}) {
  if (!options.again) rmSync(join(cache, 'korme/builds'), { recursive: true, force: true })
  const startMs = Date.now() - clockMs
  const result = await run([command, ...args], options)
  for (const folder of result.code === 0 ? foldersOf([command, ...args]) : []) {
    const wasMade = changedMs(folder) >= startMs
    if (wasMade === Boolean(options.again)) {
      throw new Error(
        `${command} ${args.join(' ')}: documents were ${wasMade ? 'made again' : 'not made'} in ${folder}`,
      )
    }
  }
  return result
}

function run([command, ...args], options) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint()
    const child = spawn(command, args, {
      stdio: options.stdio ?? 'ignore',
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
    })
    let peakBytes = 0
    const look = () => {
      peakBytes = Math.max(
        peakBytes,
        tree(child.pid).reduce((sum, pid) => sum + memoryOf(pid), 0),
      )
    }
    const watch = options.memory ? setInterval(look, 20) : null
    child.on('error', reject)
    child.on('exit', (code) => {
      clearInterval(watch)
      const ms = Number(process.hrtime.bigint() - start) / 1e6
      resolve({ ms, code, peakBytes })
    })
  })
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Takes measures in turn, `runs` times after one warm-up, so that what else the machine does falls on all of them. */
export async function takeTurns(measures, runs) {
  const values = measures.map(() => [])
  for (let run = -1; run < runs; run++) {
    for (const [i, measure] of measures.entries()) {
      const value = await measure()
      if (run >= 0) values[i].push(value)
    }
  }
  return values
}

/** Milliseconds of a command; it has to end as it should. */
export const timed =
  ({ command, options, codes = [0] }) =>
  async () => {
    const { ms, code } = await once(command, options)
    if (!codes.includes(code)) throw new Error(`${command.join(' ')} ended with ${code}`)
    return ms
  }

/** Runs commands in turn, `runs` times after one warm-up. Gives the median milliseconds of each. */
export const inTurn = async (commands, runs) => (await takeTurns(commands.map(timed), runs)).map(median)

/** Of the time without something, less cannot be told from chance. */
const leastShare = 0.01

/**
 * What one of `count` things costs: the time with them without that of the rest. Shape: `0.31 ms`, or `not measured` where
 * the difference is too small to be true.
 */
export function costOfEach(withMs, withoutMs, count) {
  const ms = withMs - withoutMs
  return ms < leastShare * withoutMs ? 'not measured' : `${(ms / count).toFixed(2)} ms`
}
