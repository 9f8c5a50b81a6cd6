import { expect, test } from 'vitest'
import { deviceOf } from '../../../src/serve/talk/device.ts'

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['fd00::7', 'fd00:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  ['', ''],
])('%s is the device %s', (address, device) => {
  expect(deviceOf(address)).toBe(device)
})
