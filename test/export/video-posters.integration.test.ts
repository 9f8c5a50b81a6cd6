import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeEach, expect, test, vi } from 'vitest'
import { addVideoPosters } from '../../src/export/video-posters.ts'
import { readVideo } from '../../src/load/assets/video.ts'
import { type Assets, type ImageAsset, posterKey } from '../../src/model/asset.ts'
import { disk } from '../../src/system/disk.ts'
import { folder } from '../load/folder.ts'

const film = (name: string) => readFileSync(new URL(`../fixtures/video/${name}`, import.meta.url))

let cache = ''
beforeEach(() => {
  vi.unstubAllEnvs()
  cache = folder()
  vi.stubEnv('XDG_CACHE_HOME', cache)
})

/** The asset of a film, as a deck would have it. */
async function filmed(bytes: Uint8Array): Promise<Assets> {
  const path = join(folder({ 'a b#1.mp4': bytes }), 'a b#1.mp4')
  return new Map([['/a', (await readVideo(path, '/a', 'a', disk)).asset!]])
}

const still = (assets: Assets, time: number | null) =>
  assets.get(posterKey({ path: '/a', time })) as ImageAsset | undefined

/** The colour in the corner of a picture. */
async function corner({ bytes }: ImageAsset): Promise<number[]> {
  return [...(await sharp(bytes).extract({ left: 5, top: 5, width: 1, height: 1 }).raw().toBuffer())]
}

test('pictures are taken at the times that are asked for, once, and kept where no browser is', async () => {
  const assets = await filmed(film('vp9.webm'))
  const requests = [
    { path: '/a', time: null },
    { path: '/a', time: 1.4 },
    { path: '/none', time: 1 },
  ]
  const all = await addVideoPosters(requests, assets, disk)
  expect(all.size).toBe(3)
  expect(still(all, 1.4)).toMatchObject({ mime: 'image/jpeg', width: 320, height: 180 })
  expect(await corner(still(all, null)!)).not.toEqual(await corner(still(all, 1.4)!))
  vi.stubEnv('PUPPETEER_EXECUTABLE_PATH', '/nowhere')
  const again = await addVideoPosters(requests, assets, disk)
  expect(Buffer.from(still(again, 1.4)!.bytes)).toEqual(Buffer.from(still(all, 1.4)!.bytes))
  expect(still(again, 1.4)!.hash).toBe(still(all, 1.4)!.hash)
})

test('where no browser is, there is no picture and nothing fails', async () => {
  vi.stubEnv('PUPPETEER_EXECUTABLE_PATH', '/nowhere')
  const assets = await filmed(film('vp9.webm'))
  expect(await addVideoPosters([{ path: '/a', time: null }], assets, disk)).toEqual(assets)
})

test('a film that the browser does not play has none, and is not tried again', async () => {
  const h265 = Buffer.from(film('h264.mp4').toString('latin1').replaceAll('avc1', 'hvc1'), 'latin1')
  const assets = await filmed(h265)
  expect(await addVideoPosters([{ path: '/a', time: null }], assets, disk)).toEqual(assets)
  const kept = readdirSync(join(cache, 'korme/stills'))
  expect(kept.filter((name) => !name.startsWith('.'))).toHaveLength(1)
  expect(await addVideoPosters([{ path: '/a', time: null }], assets, disk)).toEqual(assets)
  expect(readdirSync(join(cache, 'korme/stills'))).toEqual(kept)
})
