import { readFileSync } from 'node:fs'

/**
 * Returns the largest share of the memory that this process has had at once; on Linux without that of the process that
 * started it, with which `process.resourceUsage()` begins. Plain JavaScript, since it runs beside the bundled program.
 * Units: megabytes of 2^20 bytes.
 */
export function largestMemory() {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS
  return Number(kilobytes) / 1024
}
