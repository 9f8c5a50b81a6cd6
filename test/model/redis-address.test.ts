import { expect, test } from 'vitest'
import { addressText, parseRedisAddress } from '../../src/model/redis-address.ts'

test.each([
  ['redis://host', 'redis://host:6379', { username: null, database: 0 }],
  ['redis://host:7000/2', 'redis://host:7000', { database: 2 }],
  ['rediss://korme@host', 'rediss://host:6379', { username: 'korme', tls: true }],
  ['redis://[::1]:6380', 'redis://[::1]:6380', { host: '::1' }],
  ['redis://127.0.0.1:6379/', 'redis://127.0.0.1:6379', { tls: false }],
  ['redis://%D0%B0@host', 'redis://host:6379', { username: 'а' }],
])('%s', (text, shown, parts) => {
  const address = parseRedisAddress(text)
  if (address === null || address === 'secret') throw new Error('not read')
  expect(address).toMatchObject(parts)
  expect(addressText(address)).toBe(shown)
})

test.each([
  'redis://:pw@host',
  'redis://user:pw@host:6379',
  'rediss://user:p@ss@w0rd@host',
  'redis://host?password=pw',
  'redis://host/0?user=a&auth=b',
])('%s holds a secret', (text) => {
  expect(parseRedisAddress(text)).toBe('secret')
})

test.each([
  '',
  'host:6379',
  '127.0.0.1:6379',
  'http://host',
  'redis://',
  'redis:host',
  'redis://host:99999',
  'redis://user:pw',
  'redis://host/talks',
  'redis://host?x=1',
  'unix:///run/redis.sock',
])('"%s" is no address', (text) => {
  expect(parseRedisAddress(text)).toBeNull()
})
