import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Queue } from 'bullmq'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Job, jobKey } from '../../src/jobs/job.ts'
import { spawnKorme } from '../cli/run-korme.ts'
import { freePort, hasRedis, startRedis, type TestRedis } from '../support/redis-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { type LongRun, startWorkerProcess } from '../support/worker-processes.ts'

const servers: Server[] = []
const running: LongRun[] = []
let folder: string
let redis: TestRedis

beforeAll(async () => {
  folder = temporaryFolder()
  await mkdir(join(folder, 'decks'))
  await mkdir(join(folder, 'static'))
  await writeFile(join(folder, 'decks/a.json'), JSON.stringify({ content: [{ title: 'A', text: 'One' }] }))
  if (hasRedis) redis = await startRedis()
})
afterAll(async () => {
  for (const { child } of running) child.kill('SIGKILL')
  for (const server of servers) server.close()
  await redis?.end()
})

/** A server that is not Redis, or not one that can be used. Returns its address. */
function pretend(onData: (text: string) => string | null): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (data) => {
      const answer = onData(data.toString('latin1'))
      if (answer !== null) socket.write(answer)
    })
  })
  servers.push(server)
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(`redis://127.0.0.1:${(server.address() as { port: number }).port}`)),
  )
}

const oldInfo = '# Server\r\nredis_version:5.0.14\r\nloading:0\r\n'
const bulk = (text: string) => `$${text.length}\r\n${text}\r\n`

/** Runs each command that needs the server, and expects one plain line and exit code 3. */
async function expectFault(address: string, said: RegExp, env: Readonly<Record<string, string>> = {}): Promise<void> {
  const commands = [['build'], ['worker'], ['worker', '--status'], ['jobs']]
  const runs = await Promise.all(commands.map((words) => spawnKorme(folder, [...words, '--jobs', address], env)))
  for (const { code, stdout, stderr } of runs) {
    expect(stderr).toMatch(said)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr + stdout).not.toContain('    at ')
    expect(stderr + stdout).not.toContain('hunter2')
    expect(code).toBe(3)
  }
}

describe('a server that cannot be used', () => {
  test('is not there', async () => expectFault(`redis://127.0.0.1:${await freePort()}`, /nothing answers at this port/))
  test('has no address', () => expectFault('redis://nowhere.invalid', /no machine of this name|cannot be looked up/))
  test('says nothing', async () => expectFault(await pretend(() => null), /says nothing|does not answer/))
  test('speaks HTTP', async () =>
    expectFault(await pretend(() => 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'), /not as Redis does/))
  test('is of version 5', async () =>
    expectFault(
      // One answer for each command; it knows INFO, and not HELLO.
      await pretend((text) =>
        [...text.matchAll(/\*\d+\r\n\$\d+\r\n(\w+)/g)]
          .map(([, name]) => (/^info$/i.test(name!) ? bulk(oldInfo) : '-ERR unknown command\r\n'))
          .join(''),
      ),
      /has version 5[.0-9]*; Korme needs 6\.2/,
    ))
})

describe.skipIf(!hasRedis)('a real server', () => {
  test('wants a password', async () => {
    const locked = await startRedis(['--requirepass', 'open sesame'])
    await expectFault(locked.address, /wants a password/)
    await expectFault(locked.address, /does not accept the user or the password/, { KORME_REDIS_PASSWORD: 'hunter2' })
    const run = await spawnKorme(folder, ['jobs', '--jobs', locked.address], { KORME_REDIS_PASSWORD: 'open sesame' })
    expect(run).toMatchObject({ code: 0, stderr: '' })
    await locked.end()
  })

  test('expects no TLS, or does', async () => {
    await expectFault(redis.address.replace('redis:', 'rediss:'), /No encrypted connection/)
    const keys = temporaryFolder()
    const [key, certificate] = [join(keys, 'key.pem'), join(keys, 'certificate.pem')]
    const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, '-days', '2']
    const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
    if (spawnSync('openssl', [...words, ...names]).status !== 0) return console.log('There is no openssl here.')
    const port = await freePort()
    const tls = [
      '--tls-port',
      String(port),
      '--tls-cert-file',
      certificate,
      '--tls-key-file',
      key,
      '--tls-auth-clients',
      'no',
    ]
    const encrypted = await startRedis(tls)
    await expectFault(`rediss://127.0.0.1:${port}`, /signed by nobody that this machine trusts/)
    await expectFault(`redis://127.0.0.1:${port}`, /Cannot connect|says nothing|not as Redis/)
    const trusting = { NODE_EXTRA_CA_CERTS: certificate }
    expect(await spawnKorme(folder, ['jobs', '--jobs', `rediss://localhost:${port}`], trusting)).toMatchObject({
      code: 0,
    })
    await encrypted.end()
  })

  test('has a longer queue than is allowed', async () => {
    const own = await startRedis()
    const queue = new Queue('decks', { connection: { port: own.port }, prefix: 'korme' })
    await queue.addBulk(Array.from({ length: 3 }, (_, i) => ({ name: 'x', data: { i } })))
    const run = await spawnKorme(folder, ['build', '--jobs', own.address, '--max-waiting', '2'])
    expect(run).toMatchObject({ code: 3, stderr: expect.stringContaining('3 jobs are waiting already') })
    await queue.close()
    await own.end()
  })

  test('holds jobs of somebody else: they do nothing, and are told as failed', async () => {
    const own = await startRedis()
    const store = temporaryFolder()
    const shared = join(store, 'shared')
    await mkdir(join(shared, 'decks'), { recursive: true })
    await writeFile(join(store, 'secret.json'), '{ "content": [{ "title": "secret" }] }')
    await writeFile(join(shared, 'decks/a.json'), '{ "content": [{ "title": "A" }] }')
    await symlink(join(store, 'secret.json'), join(shared, 'decks/link.json'))
    await symlink(store, join(shared, 'up'))
    const queue = new Queue('decks', { connection: { port: own.port }, prefix: 'korme' })
    const hash = 'a'.repeat(64)
    const base = { v: 1, kind: 'html', lang: null } as const
    const options = {
      build: {},
      documents: [{ kind: 'html', options: {} }],
      program: '',
      browser: null,
      root: '',
    } as const
    const worker = await startWorkerProcess(shared, own.address)
    running.push(worker)
    const { program } = JSON.parse((await own.client.get((await own.client.keys('korme:workers:*'))[0]!))!)
    const job = (deck: string, output: string, more: object = {}) => {
      const inputs = [{ path: deck, sha256: hash, bytes: 38 }]
      const one = { ...base, deck, options: { ...options, program, ...more }, inputs, output } as Omit<Job, 'key'>
      return { ...one, key: jobKey(one) }
    }
    const hostile = [
      job('../secret.json', 'dist/secret.html'),
      job('/etc/passwd', 'dist/passwd.html'),
      job('decks/link.json', 'dist/link.html'),
      job('up/secret.json', 'dist/secret.html'),
      job('decks/a.json', '../a.html'),
      job('decks/a.json', 'up/a.html'),
      job('decks/a.json', 'decks/a.json'),
      job('decks/a.json', 'dist/a.html', { require: './evil.js' }),
      { ...job('decks/a.json', 'dist/a.html'), key: hash },
      { code: 'process.exit(1)' },
      'text',
      null,
    ]
    await queue.addBulk(
      hostile.map((data, i) => ({ name: 'html', data, opts: { jobId: (data as Job)?.key ?? `x${i}` } })),
    )
    while ((await queue.getJobCountByTypes('failed')) < hostile.length) await delay(100)
    expect(worker.child.exitCode).toBeNull()
    expect(worker.stdout()).toBe('')
    expect((await readdir(store)).sort()).toEqual(['secret.json', 'shared'])
    expect((await readdir(shared)).sort()).toEqual(['decks', 'up'])
    expect(await readFile(join(shared, 'decks/a.json'), 'utf8')).toBe('{ "content": [{ "title": "A" }] }')
    const listed = await spawnKorme(shared, ['jobs', '--jobs', own.address])
    expect(listed).toMatchObject({ code: 1, stdout: expect.stringContaining('not written by Korme') })
    await queue.close()
    worker.child.kill('SIGTERM')
    expect(await worker.ended).toBe(0)
    await own.end()
  })
})
