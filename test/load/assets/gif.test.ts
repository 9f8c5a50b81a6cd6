import { expect, test } from 'vitest'
import { withoutGifMetadata } from '../../../src/load/assets/gif.ts'

const bytes = (...parts: (Uint8Array | number[] | string)[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part as number[]))),
  )
/** Sub-blocks with a text, and the empty one at the end. */
const block = (text: string) => bytes([text.length], text, [0])

const header = bytes('GIF89a', [2, 0, 2, 0, 0x80, 0, 0], [0, 0, 0, 255, 255, 255])
const loop = bytes([0x21, 0xff, 11], 'NETSCAPE2.0', [3, 1, 0, 0, 0])
const control = bytes([0x21, 0xf9, 4, 0, 10, 0, 0, 0])
const frame = bytes([0x2c, 0, 0, 0, 0, 2, 0, 2, 0, 0x81], [...Buffer.alloc(12)], [2, 2, 0x84, 0x51, 0])
const comment = bytes([0x21, 0xfe], block('Taken in Taldykorgan by A.'))
const xmp = bytes([0x21, 0xff, 11], 'XMP DataXMP', block('<x:xmpmeta/>'))
const plain = bytes(header, loop, control, frame, [0x3b])

test('comments, metadata and what follows the end are removed, and nothing that is drawn', () => {
  const parts = [header, comment, loop, xmp, control, frame, comment, Buffer.from([0x3b]), Buffer.from('GPS 45.0')]
  expect(Buffer.compare(Buffer.from(withoutGifMetadata(Buffer.concat(parts))), plain)).toBe(0)
  expect(Buffer.compare(Buffer.from(withoutGifMetadata(plain)), plain)).toBe(0)
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a header alone', header],
  ['no end', plain.subarray(0, -1)],
  ['an image that breaks off', plain.subarray(0, -4)],
  ['an unknown block', Buffer.concat([header, Buffer.from([0x55, 0x3b])])],
])('with %s, it stays as it is', (_what, file) => {
  expect(withoutGifMetadata(file)).toBe(file)
})
