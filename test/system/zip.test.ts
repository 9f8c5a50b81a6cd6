import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { disk } from '../../src/system/disk.ts'
import { type ZipEntry, zip, zipEntry } from '../../src/system/zip.ts'
import { readZip } from '../support/read-zip.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const made = new Date(2026, 10, 30, 9, 41, 58)

const entryOf = (name: string, content: string): ZipEntry => {
  const bytes = Buffer.from(content)
  return {
    name,
    sizeBytes: bytes.length,
    read: async function* () {
      for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
    },
  }
}

async function archiveOf(entries: readonly ZipEntry[], wideFrom?: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of zip(entries, { made, ...(wideFrom === undefined ? {} : { wideFrom }) })) parts.push(part)
  return Buffer.concat(parts)
}

const content = {
  'көрме.html': '<!DOCTYPE html>',
  'көрме.files/Ашылу рәсімі (2026) #1 50%.mp4': 'film'.repeat(40),
  'a/empty': '',
}
const entries = Object.entries(content).map(([name, text]) => entryOf(name, text))
const textsOf = (archive: Buffer) =>
  Object.fromEntries(Object.entries(readZip(archive)).map(([name, bytes]) => [name, bytes.toString()]))

test('an archive holds its files as they are, with names in any letters', async () => {
  const archive = await archiveOf(entries)
  expect(textsOf(archive)).toEqual(content)
  // The time of the first file, in steps of two seconds.
  expect(archive.readUInt16LE(10)).toBe((9 << 11) | (41 << 5) | 29)
  expect(archive.readUInt16LE(12)).toBe((46 << 9) | (11 << 5) | 30)
})

test.each([0, 1, 16, 100, 200, 300])('sizes and places from %d on are written with eight bytes', async (wideFrom) => {
  expect(textsOf(await archiveOf(entries, wideFrom))).toEqual(content)
})

test('more files than two bytes can count are found', async () => {
  const many = Array.from({ length: 65_535 }, (_, i) => entryOf(`${i}`, ''))
  expect(Object.keys(readZip(await archiveOf(many)))).toHaveLength(65_535)
})

test('an archive may be empty', async () => {
  expect(readZip(await archiveOf([]))).toEqual({})
})

test('a file that changes while it is read is no part of an archive', async () => {
  const longer = { ...entryOf('talk.mp4', 'film'), sizeBytes: 3 }
  await expect(archiveOf([longer])).rejects.toThrow('talk.mp4 has changed')
})

test('a file of the disk is read in parts', async () => {
  const path = join(temporaryFolder(), 'film.mp4')
  const film = Buffer.alloc(2_500_000, 'film')
  writeFileSync(path, film)
  expect(readZip(await archiveOf([await zipEntry(disk, path, 'film.mp4')]))['film.mp4']?.equals(film)).toBe(true)
})
