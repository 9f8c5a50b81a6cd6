import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'

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

/** Returns a port that is free now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject()))
    })
  })

/** Starts a server that writes a journal, with further settings. */
export async function startRedis(settings: readonly string[] = []): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'korme-redis-'))
  const port = await freePort()
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes']
  let child: ChildProcess
  const ended = () => new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(null)))
  const client = new Redis({ port, lazyConnect: true, maxRetriesPerRequest: null, retryStrategy: () => 50 })
  client.on('error', () => {})
  const start = async () => {
    child = spawn('redis-server', [...words, ...settings], { stdio: 'ignore' })
    if (client.status === 'wait') await client.connect().catch(() => {})
    if (!settings.includes('--requirepass')) await client.ping()
  }
  const kill = async () => {
    child.kill('SIGKILL')
    await ended()
  }
  await start()
  return {
    port,
    address: `redis://127.0.0.1:${port}`,
    client,
    kill,
    restart: start,
    async end() {
      client.disconnect()
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
