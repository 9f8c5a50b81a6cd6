import { describe, expect, test } from 'vitest'
import { freePort } from '../../serve/korme-serve.ts'
import { bulk, type FakeRedis, fakeRedis, infoOf, otherServer, tlsServer } from '../../support/fake-redis.ts'
import { folder, runKorme, soundDeck } from '../run-korme.ts'

/** A server that has an answer to what every connection asks first. */
const answering = (answers: Readonly<Record<string, string>>): Promise<FakeRedis> =>
  fakeRedis(([name = '']) => answers[name] ?? '+OK\r\n')

const unknown = '-ERR unknown command\r\n'
const wrong = '-WRONGPASS invalid username-password pair or user is disabled.\r\n'
const locked = '-NOAUTH HELLO must be called with the client already authenticated\r\n'

/** Servers that cannot be used, each with what is said of it. */
const servers: readonly [string, () => Promise<string>, RegExp, RegExp, RegExp][] = [
  [
    'there is none',
    async () => `redis://127.0.0.1:${await freePort()}`,
    /nothing answers at this port/,
    /на этом порту никто не отвечает/,
    /бұл портта ештеңе жауап бермейді/,
  ],
  [
    'speaks HTTP',
    async () => (await otherServer('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')).address,
    /answers, but not as Redis does/,
    /отвечает, но это не Redis/,
    /жауап береді, бірақ ол Redis емес/,
  ],
  [
    'is of version 5, which does not know HELLO',
    async () => (await answering({ INFO: infoOf('5.0.14'), HELLO: unknown })).address,
    /has version 5[.0-9]*; Korme needs 6\.2 or newer/,
    /работает Redis 5[.0-9]*, а для Korme нужен 6\.2 или новее/,
    /Redis 5[.0-9]* тұр, ал Korme-ге 6\.2 немесе одан жаңа нұсқасы керек/,
  ],
  [
    'is of version 6.0',
    async () => (await answering({ INFO: infoOf('6.0.20') })).address,
    /has version 6\.0\.20; Korme needs 6\.2 or newer/,
    /работает Redis 6\.0\.20/,
    /Redis 6\.0\.20 тұр/,
  ],
  [
    'wants a password',
    async () => (await answering({ INFO: locked, HELLO: locked })).address,
    /wants a password\. Put it into the environment variable KORME_REDIS_PASSWORD/,
    /требует пароль\. Укажите его в переменной среды KORME_REDIS_PASSWORD/,
    /құпиясөз сұрайды\. Оны KORME_REDIS_PASSWORD/,
  ],
  [
    'does not accept the password',
    async () => (await answering({ AUTH: wrong, HELLO: wrong, INFO: locked })).address.replace('//', '//korme@'),
    /does not accept the user or the password from KORME_REDIS_PASSWORD/,
    /не принимает имя пользователя или пароль из KORME_REDIS_PASSWORD/,
    /KORME_REDIS_PASSWORD ішіндегі құпиясөзді қабылдамады/,
  ],
  [
    'has no TLS where it is asked for',
    async () => (await otherServer('-ERR Protocol error\r\n')).address.replace('redis:', 'rediss:'),
    /No encrypted connection to rediss:/,
    /шифрованное соединение с rediss:/,
    /rediss:\S+ серверімен шифрланған байланыс орнамады/,
  ],
  [
    'expects TLS where it is not asked for',
    async () => (await tlsServer()).address,
    /Cannot connect to Redis|says nothing|not as Redis does/,
    /Не удаётся подключиться|молчит|это не Redis/,
    /қосылу мүмкін болмады|жауап бермейді|ол Redis емес/,
  ],
  [
    'refuses all commands',
    async () => (await answering({ INFO: '-OOM command not allowed when used memory > maxmemory.\r\n' })).address,
    /cannot work now: OOM command not allowed/,
    /сейчас не может работать/,
    /қазір жұмыс істей алмайды/,
  ],
]

const commands = [['build'], ['worker'], ['worker', '--status'], ['jobs'], ['jobs', '--retry']]

describe.each(servers)('a server that cannot be used: %s', (name, start, en, ru, kk) => {
  test('each command says so in one sentence, in three languages, with exit code 3', async () => {
    const root = await folder({ 'decks/a.json': soundDeck })
    const address = await start()
    const env = name.includes('accept') ? { KORME_REDIS_PASSWORD: 'hunter2' } : {}
    const check = async (words: readonly string[], lang: string, said: RegExp) => {
      const { code, stdout, stderr } = await runKorme(root, [...words, '--jobs', address, '--messages', lang], env)
      expect(stderr).toMatch(said)
      expect(stderr.trim().split('\n')).toHaveLength(1)
      expect(stderr).not.toMatch(/ {4}at |hunter2|undefined/)
      expect(stdout).toBe('')
      expect(code).toBe(3)
    }
    for (const words of commands) await check(words, 'en', en)
    await check(['build'], 'ru', ru)
    await check(['build'], 'kk', kk)
  })
})

test('with --json, the fault is in the object of stdout', async () => {
  const root = await folder({ 'decks/a.json': soundDeck })
  const { address } = await answering({ INFO: infoOf('5.0.14'), HELLO: unknown })
  const { code, stdout } = await runKorme(root, ['build', '--json', '--jobs', address])
  expect([code, JSON.parse(stdout).errors]).toMatchObject([3, [{ code: 'redis-outdated' }]])
})

test.each([
  ['en', 'has not answered for 1 s'],
  ['ru', 'не отвечал 1 с'],
  ['kk', '1 с бойы жауап бермегендіктен'],
])('a server that goes in the middle is told of after a time, in %s', async (lang, said) => {
  const root = await folder({ 'decks/a.json': soundDeck })
  // It knows who it is, and goes at the first question about jobs.
  const server = await fakeRedis(([name = '']) => {
    if (name === 'INFO') return infoOf('7.0.15')
    if (name === 'HELLO') return '%1\r\n+server\r\n+redis\r\n'
    if (['EVALSHA', 'EVAL', 'SCAN', 'XREAD', 'MULTI'].includes(name)) void server.stop()
    return name === 'CLIENT' ? '+OK\r\n' : bulk('')
  })
  const words = ['jobs', '--jobs', server.address, '--messages', lang]
  const { code, stdout, stderr } = await runKorme(root, words, { KORME_REDIS_WAIT: '1' })
  expect(stderr.replace(/\s+/g, ' ')).toContain(said)
  expect(stderr).not.toContain('    at ')
  expect([code, stdout]).toEqual([3, ''])
})

test.each([
  ['build', '--store', '.'],
  ['pdf', '--max-waiting', '5'],
  ['handout', '--store', '.'],
])('%s %s without --jobs says that it needs one', async (command, flag, value) => {
  const cwd = await folder({ 'decks/a.json': soundDeck })
  const { code, stdout, stderr } = await runKorme(cwd, [command, flag, value, '--messages', 'en'])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(`“${command} ${flag}” needs --jobs, for example: --jobs redis://host:6379`)
})

test('decks that all lie outside of the store are refused in one sentence, before a server is asked', async () => {
  const cwd = await folder({ 'decks/a.json': soundDeck, 'decks/b.json': soundDeck, 'store/x.txt': '' })
  const args = ['build', '--jobs', 'redis://127.0.0.1:1', '--store', 'store', '--messages', 'en']
  const { code, stdout, stderr } = await runKorme(cwd, args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/decks.a\.json lies outside of \S+store, so other/)])
})
