import { type ChildProcess, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { freePort } from '../serve/korme-serve.ts'
import { endGroup, startChild, whenOver } from './child-processes.ts'

/** Whether this machine has a Redis server to test with. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0

/** A Redis server of its own, on a free port of this machine, with its data in a temporary folder. */
export interface TestRedis {
  port: number
  address: string
  /** A connection for the test itself. */
  client: Redis
  /** Ends the process at once, as a power cut does. */
  kill(): Promise<void>
  /** Starts it again with the data that it has written. */
  restart(): Promise<void>
  end(): Promise<void>
}

/** A server that does not answer by then does not come up. Units: milliseconds. */
const startMs = 60_000

/**
 * Starts a server that writes a journal, with further settings. It ends with the test, or with the file if a hook starts it.
 * Errors: if it does not come up.
 */
export async function startRedis(settings: readonly string[] = []): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'korme-redis-'))
  const port = await freePort()
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes']
  const password = settings[settings.indexOf('--requirepass') + 1]
  const client = new Redis({
    port,
    ...(settings.includes('--requirepass') && password !== undefined && { password }),
    lazyConnect: true,
    maxRetriesPerRequest: null,
    retryStrategy: () => 50,
  })
  client.on('error', () => {})
  let child: ChildProcess
  const start = async () => {
    child = startChild('redis-server', [...words, ...settings], { silent: true })
    if (client.status === 'wait') client.connect().catch(() => {})
    const timer = new AbortController()
    const late = delay(startMs, null, { signal: timer.signal }).then(() => {
      throw new Error(`redis-server does not answer: exit code ${child.exitCode}`)
    })
    await Promise.race([client.ping(), late]).finally(() => timer.abort())
    late.catch(() => {})
  }
  const end = async () => {
    client.disconnect()
    await endGroup(child)
    await rm(folder, { recursive: true, force: true })
  }
  whenOver(end)
  await start()
  return { port, address: `redis://127.0.0.1:${port}`, client, kill: () => endGroup(child), restart: start, end }
}
