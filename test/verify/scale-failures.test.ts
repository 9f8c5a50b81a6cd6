import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { UnrecoverableError, Worker } from 'bullmq'
import { describe, expect, test } from 'vitest'
import { prefix, queueName } from '../../src/jobs/queue/queue-settings.ts'
import { freePort } from '../serve/korme-serve.ts'
import { hasRedis, startRedis } from '../support/redis-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runLong, startWorkerProcess } from '../support/worker-processes.ts'
import { isFull, openQueue, project, run } from './scale-project.ts'

/** Runs commands that need the server, and expects one plain line and exit code 3 of each. */
async function expectFault(address: string, said: RegExp, env: Readonly<Record<string, string>> = {}): Promise<void> {
  const folder = await project(1)
  for (const words of [['build'], ['worker']]) {
    const { code, stdout, stderr } = await run(folder, [...words, '--jobs', address, '--messages', 'en'], env)
    expect(stderr).toMatch(said)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr + stdout).not.toMatch(/ {4}at |hunter2/)
    expect(code).toBe(3)
  }
}

describe.skipIf(!hasRedis)('a real server', () => {
  test('wants a password', async () => {
    const { address } = await startRedis(['--requirepass', 'open sesame'])
    await expectFault(address, /wants a password/)
    await expectFault(address, /does not accept the user or the password/, { KORME_REDIS_PASSWORD: 'hunter2' })
    const done = await run(await project(1), ['jobs', '--jobs', address], { KORME_REDIS_PASSWORD: 'open sesame' })
    expect(done).toMatchObject({ code: 0, stderr: '' })
  })

  test.skipIf(!isFull)('expects no TLS, or does', async () => {
    await expectFault((await startRedis()).address.replace('redis:', 'rediss:'), /No encrypted connection/)
    const keys = temporaryFolder()
    const [key, certificate] = [join(keys, 'key.pem'), join(keys, 'certificate.pem')]
    const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, '-days', '2']
    const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
    if (spawnSync('openssl', [...words, ...names]).status !== 0) return console.log('There is no openssl here.')
    const port = String(await freePort())
    const files = ['--tls-cert-file', certificate, '--tls-key-file', key]
    await startRedis(['--tls-port', port, ...files, '--tls-auth-clients', 'no'])
    await expectFault(`rediss://127.0.0.1:${port}`, /signed by nobody that this machine trusts/)
    await expectFault(`redis://127.0.0.1:${port}`, /Cannot connect|says nothing|not as Redis/)
    const trusting = { NODE_EXTRA_CA_CERTS: certificate }
    const listed = await run(await project(1), ['jobs', '--jobs', `rediss://localhost:${port}`], trusting)
    expect(listed).toMatchObject({ code: 0 })
  })

  test('has a longer queue than is allowed', async () => {
    const redis = await startRedis()
    await openQueue(redis.port).addBulk(Array.from({ length: 3 }, (_, i) => ({ name: 'x', data: { i } })))
    const refused = await run(await project(1), ['build', '--jobs', redis.address, '--max-waiting', '2'])
    expect(refused).toMatchObject({ code: 3, stderr: expect.stringContaining('3 jobs are waiting already') })
  })

  test('a job that was begun in vain as often as is allowed is tried as a new one after --retry', async () => {
    const redis = await startRedis()
    const queue = openQueue(redis.port)
    const id = 'a'.repeat(64)
    await queue.add('html decks/a.json', {}, { jobId: id })
    const worker = new Worker(
      queueName,
      async () => {
        throw new UnrecoverableError('full')
      },
      { connection: { port: redis.port }, prefix },
    )
    worker.on('error', () => {})
    while ((await queue.getJobCountByTypes('failed')) < 1) await delay(20)
    await worker.close()
    const key = `${prefix}:${queueName}:${id}`
    await redis.client.hset(key, 'ats', '6', 'stc', '4')
    const retried = await run(await project(1), ['jobs', '--retry', '--jobs', redis.address, '--json'])
    expect(retried).toMatchObject({ code: 0, stdout: '{"retried":1}\n' })
    expect(await queue.getJobCountByTypes('wait')).toBe(1)
    expect((await redis.client.hmget(key, 'ats', 'stc')).map((one) => Number(one ?? 0))).toEqual([0, 0])
  })

  const languages: [string, RegExp][] = [
    ['en', /has not answered for 2 s, so this run has ended/],
    ['ru', /не отвечал 2 с, поэтому работа прервана/],
    ['kk', /2 с бойы жауап бермегендіктен жұмыс тоқтатылды/],
  ]
  test.each(languages.slice(0, isFull ? 3 : 1))(
    'goes in the middle and does not come back: a plain line, exit code 3, in %s',
    async (lang, said) => {
      const redis = await startRedis()
      const folder = await project(30)
      const words = ['--jobs', redis.address, '--messages', lang]
      const env = { KORME_REDIS_WAIT: '2' }
      const build = runLong(folder, ['build', ...words], env)
      const queue = openQueue(redis.port)
      while ((await queue.getJobCountByTypes('wait')) < 30) await delay(20)
      const worker = runLong(folder, ['worker', ...words], env)
      await worker.says(/branch-\d+\.json: html/)
      await redis.kill()
      for (const one of [build, worker]) {
        expect(await one.ended, one.stderr()).toBe(3)
        expect(one.stderr().replace(/\s+/g, ' ')).toMatch(said)
        expect(one.stderr() + one.stdout()).not.toContain('    at ')
      }
    },
  )

  test.skipIf(!isFull)('goes in the middle and comes back: the work goes on', async () => {
    const redis = await startRedis()
    const folder = await project(30)
    const queue = openQueue(redis.port)
    const build = runLong(folder, ['build', '--jobs', redis.address, '--messages', 'en'])
    while ((await queue.getJobCountByTypes('wait')) < 30) await delay(20)
    const worker = await startWorkerProcess(folder, redis.address)
    await worker.says(/branch-\d+\.json: html/)
    await redis.kill()
    await build.says(/up to 60 s/)
    await redis.restart()
    expect(await build.ended, build.stderr()).toBe(0)
    worker.child.kill('SIGTERM')
    expect(await worker.ended, worker.stderr()).toBe(0)
  })
})
