import { expect, test } from 'vitest'
import type { RedisAddress } from '../../src/model/redis-address.ts'
import { redisFault, versionFault } from '../../src/redis/redis-fault.ts'

const address: RedisAddress = { host: 'host', port: 6379, username: null, database: 0, tls: false }
const coded = (code: string) => Object.assign(new Error(code), { code })

test.each([
  [coded('ECONNREFUSED'), { code: 'redis-unreachable', reason: 'ECONNREFUSED' }],
  [coded('ENOTFOUND'), { code: 'redis-unreachable', reason: 'ENOTFOUND' }],
  [new Error('WRONGPASS invalid username-password pair or user is disabled.'), { code: 'redis-password-wrong' }],
  [new Error('NOAUTH Authentication required.'), { code: 'redis-password-wrong' }],
  [new Error('ERR AUTH <password> called without any password configured'), { code: 'redis-password-wrong' }],
  [new Error('LOADING Redis is loading the dataset in memory'), { code: 'redis-unready' }],
  [new Error('Protocol error, got "H" as reply type byte'), { code: 'redis-unlike' }],
  [new Error('Unknown RESP type 72 "H". Please report this.'), { code: 'redis-unlike' }],
  [new Error('ERR unknown command `hello`, with args beginning with: `3`, '), { code: 'redis-outdated', found: '5' }],
  [null, { code: 'redis-silent' }],
])('%s', (error, fault) => {
  expect(redisFault(error, address, false)).toMatchObject({ ...fault, server: 'redis://host:6379' })
})

test.each(['ERR_SSL_WRONG_VERSION_NUMBER', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ETIMEDOUT', 'ECONNRESET'])(
  '%s of an encrypted connection is told as one of TLS',
  (code) => {
    expect(redisFault(coded(code), { ...address, tls: true }, false)).toMatchObject({ code: 'redis-tls-failed' })
  },
)

test('a password is never part of a fault', () => {
  const error = new Error('connect to redis://user:hunter2@host failed')
  expect(JSON.stringify(redisFault(error, address, true))).not.toContain('hunter2')
})

test.each([
  ['5.0.14', '5.0.14'],
  ['6.0.16', '6.0.16'],
  ['6.2.0', null],
  ['7.0.15', null],
  ['10.1.0', null],
])('version %s', (version, found) => {
  const fault = versionFault(`# Server\r\nredis_version:${version}\r\nredis_mode:standalone\r\n`, address)
  expect(fault).toEqual(found && { code: 'redis-outdated', server: 'redis://host:6379', found, needed: '6.2' })
})

test('a server that hides its version is believed', () => {
  expect(versionFault('', address)).toBeNull()
})
