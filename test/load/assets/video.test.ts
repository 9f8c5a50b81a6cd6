import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readVideo } from '../../../src/load/assets/video.ts'
import { disk } from '../../../src/system/disk.ts'
import { folder } from '../folder.ts'

const film = (name: string) => readFileSync(new URL(`../../fixtures/video/${name}`, import.meta.url))

/** The same film as if it were encoded in another way. */
const recoded = (from: string, to: string) =>
  Buffer.from(film('h264.mp4').toString('latin1').replaceAll(from, to), 'latin1')

const read = (name: string, bytes: Uint8Array) => {
  const root = folder({ [name]: bytes })
  return readVideo(join(root, name), `/${name}`, name, disk)
}

/** A page of Ogg with one packet. */
function oggPage(packet: Uint8Array, flags: number, number: number): Buffer {
  const header = Buffer.alloc(28)
  header.write('OggS')
  header[5] = flags
  header.writeUInt32LE(number, 18)
  header[26] = 1
  header[27] = packet.length
  return Buffer.concat([header, packet])
}

function theora(): Buffer {
  const first = Buffer.alloc(42)
  first.write('\u0080theora\u0003\u0002\u0001', 'latin1')
  return Buffer.concat([oggPage(first, 2, 0), oggPage(Buffer.from('\u0081theora', 'latin1'), 0, 1)])
}

test('a film that browsers play is not changed', async () => {
  const webm = await read('a b.webm', film('vp9.webm'))
  expect(webm).toMatchObject({ asset: { name: 'a b.webm', mime: 'video/webm' }, problem: null })
  expect(webm.asset!.lengthS).toBeCloseTo(1.96, 2)
  expect(await read('a.mp4', film('h264.mp4'))).toMatchObject({ asset: { name: 'a.mp4' }, problem: null })
  expect(await read('a.mp4', recoded('avc1', 'av01'))).toMatchObject({ problem: null })
})

test('the format of a film is detected by its bytes, not by its name', async () => {
  expect(await read('a.mp4', film('vp9.webm'))).toMatchObject({
    asset: { name: 'a.webm', mime: 'video/webm' },
    problem: null,
  })
  expect(await read('a.txt', film('h264.mp4'))).toMatchObject({ asset: { name: 'a.mp4' }, problem: null })
})

test.each([
  ['hvc1', 'H.265'],
  ['hev1', 'H.265'],
  ['mp4v', 'MPEG-4 Part 2'],
  ['apcn', 'ProRes'],
])('%s is a finding with the command that converts it', async (codec, called) => {
  const { asset, problem } = await read('a.mp4', recoded('avc1', codec))
  expect(asset).not.toBeNull()
  const command = 'ffmpeg -i a.mp4 -c:v libx264 -pix_fmt yuv420p -c:a aac -movflags +faststart a-h264.mp4'
  expect(problem).toEqual({ code: 'video-codec-unplayable', file: 'a.mp4', part: 'picture', codec: called, command })
})

test('Theora, which browsers no longer support, is a finding', async () => {
  expect(await read('a.ogv', theora())).toMatchObject({
    asset: { mime: 'video/ogg', name: 'a.ogv' },
    problem: { code: 'video-codec-unplayable', codec: 'Theora' },
  })
})

test('a command can be pasted, whatever the name of the file', async () => {
  const { problem } = await read('my $film.mov', recoded('avc1', 'hvc1'))
  expect(problem).toMatchObject({ command: expect.stringContaining('-i "my \\$film.mov" ') })
  expect(problem).toMatchObject({ command: expect.stringMatching(/ "my \\\$film-h264\.mp4"$/) })
})

test.each([0.01, 0.05, 0.5, 0.95])('a film cut off at %d of its length is broken', async (part) => {
  const bytes = film('h264.mp4')
  const { asset, problem } = await read('a.mp4', bytes.subarray(0, Math.round(bytes.length * part)))
  expect({ asset, problem }).toEqual({ asset: null, problem: { code: 'video-broken', file: 'a.mp4' } })
})

test('a file without a picture, or of another kind, is no video', async () => {
  expect((await read('a.mp4', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isomisom'))).problem).toMatchObject({
    code: 'video-broken',
  })
  expect((await read('a.mp4', Buffer.from('Бейне'))).problem).toMatchObject({
    code: 'video-type-unknown',
    seen: 'text',
  })
  expect((await read('a.mp4', Buffer.from('GIF89a..........'))).problem).toMatchObject({ seen: 'GIF' })
})

test.each([
  ['old.avi', 'RIFF\u00d2\u00f0\u0001\u0000AVI LIST', 'AVI'],
  ['old.mp4', 'RIFF\u00d2\u00f0\u0001\u0000AVI LIST', 'AVI'],
  ['old.wmv', '0&\u00b2u\u008ef\u00cf\u0011\u00a6\u00d9\u0000\u00aa', 'WMV'],
  ['a.flv', 'FLV\u0001\u0005', 'FLV'],
  ['a.mpg', '\u0000\u0000\u0001\u00ba\u0021', 'MPEG'],
  ['a.ts', ['G', 'G', 'G', 'G'].map((sync) => sync.padEnd(188, '\u00ff')).join(''), 'MPEG-TS'],
  ['a.mkv', '\u001aE\u00df\u00a3\u0093B\u0082\u0088matroska', 'MKV'],
])('%s is told with the command that converts it', async (name, bytes, format) => {
  const { asset, problem } = await read(name, Buffer.from(bytes, 'latin1'))
  const stem = name.split('.')[0]
  const command = `ffmpeg -i ${name} -c:v libx264 -pix_fmt yuv420p -c:a aac -movflags +faststart ${stem}-h264.mp4`
  expect({ asset, problem }).toEqual({
    asset: null,
    problem: { code: 'video-format-unplayable', file: name, format, command },
  })
})

test.each([
  ['song.mp3', 'ID3\u0003\u0000\u0000\u0000\u0000\u0000', 'MP3'],
  ['song.mp3', '\u00ff\u00fb\u0090\u0064\u0000', 'MP3'],
  ['song.wav', 'RIFF$\u0000\u0000\u0000WAVEfmt ', 'WAV'],
  ['song.aiff', 'FORM\u0000\u0000\u0000\u0000AIFFCOMM', 'AIFF'],
  ['song.aac', '\u00ff\u00f1\u0050\u0080', 'AAC'],
  ['song.flac', 'fLaC\u0000', 'FLAC'],
  ['voice.amr', '#!AMR\u000a', 'AMR'],
  ['song.wma', '0&\u00b2u\u008ef\u00cf\u0011\u00a6\u00d9\u0000\u00aa', 'WMA'],
])('%s (%j) is sound without a picture, which is told', async (name, bytes, format) => {
  const { asset, problem } = await read(name, Buffer.from(bytes, 'latin1'))
  expect(asset).toBeNull()
  const command = expect.stringMatching(new RegExp(`-i picture\\.jpg -i ${name} .* ${name.split('.')[0]}\\.mp4$`))
  expect(problem).toEqual({ code: 'video-sound-only', file: name, format, command })
})

test('two gigabytes are not read', async () => {
  const root = folder()
  const path = join(root, 'a.mp4')
  const bytes = film('h264.mp4')
  const [ftyp, moov] = [bytes.subarray(0, 36), bytes.subarray(36, 752)]
  const mdat = Buffer.alloc(16)
  mdat.write('\0\0\0\x01mdat', 'latin1')
  mdat.writeBigUInt64BE(2_000_000_000n, 8)
  writeFileSync(path, Buffer.concat([ftyp, moov, mdat]))
  truncateSync(path, 752 + 2_000_000_000)
  const before = process.memoryUsage().rss
  const { asset, problem } = await readVideo(path, '/a.mp4', 'a.mp4', disk)
  expect(asset).toMatchObject({ sizeBytes: 2_000_000_752 })
  expect(problem).toEqual({ code: 'video-large', file: 'a.mp4', sizeBytes: 2_000_000_752 })
  expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000)
})
