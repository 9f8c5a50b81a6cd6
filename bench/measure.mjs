/** Times whole processes: medians over several runs, in turn with a bare `node -e 0`, so that a ratio holds on a noisy machine. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

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

/**
 * Runs a command once. Gives milliseconds, exit code, and the most memory that its whole process tree had at a time, in
 * bytes; pages that processes share count once.
 */
export function once([command, ...args], options = {}) {
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

/** Runs commands in turn, `runs` times after one warm-up. Gives the median milliseconds of each. */
export async function inTurn(commands, runs) {
  const times = commands.map(() => [])
  for (let run = -1; run < runs; run++) {
    for (const [i, { command, options, codes = [0] }] of commands.entries()) {
      const { ms, code } = await once(command, options)
      if (!codes.includes(code)) throw new Error(`${command.join(' ')} ended with ${code}`)
      if (run >= 0) times[i].push(ms)
    }
  }
  return times.map(median)
}
