import { expect, test } from 'vitest'
import { parseAudienceAddress } from '../../src/model/audience-address.ts'

test.each([
  ['https://talk.example.kz', 'https://talk.example.kz/', 'https://talk.example.kz'],
  ['https://talk.example.kz/', 'https://talk.example.kz/', 'https://talk.example.kz'],
  ['http://10.0.0.5:8080', 'http://10.0.0.5:8080/', 'http://10.0.0.5:8080'],
  ['http://[fd00::1]:8080/', 'http://[fd00::1]:8080/', 'http://[fd00::1]:8080'],
  ['https://съезд.қаз', 'https://xn--d1abg2b6b.xn--80ao21a/', 'https://съезд.қаз'],
  ['HTTPS://Talk.KZ', 'https://talk.kz/', 'HTTPS://Talk.KZ'],
])('%s', (text, href, typed) => {
  expect(parseAudienceAddress(text)).toEqual({ href, typed })
})

test.each([
  '',
  'talk.example.kz',
  'talk.example.kz:8080',
  '10.0.0.5:8080',
  '//talk.example.kz',
  'https://',
  'https://talk.example.kz/live',
  'https://talk.example.kz//',
  'https://talk.example.kz/.',
  'https://talk.example.kz?x',
  'https://talk.example.kz/?',
  'https://talk.example.kz#x',
  'https://user@talk.example.kz',
  'https://:pw@talk.example.kz',
  'https://talk.example.kz:99999',
  ' https://talk.example.kz',
  'https://talk\n.example.kz',
  'https:\\\\talk.example.kz',
  'ftp://talk.example.kz',
  'javascript:alert(1)',
])('%j is none', (text) => {
  expect(parseAudienceAddress(text)).toBeNull()
})
