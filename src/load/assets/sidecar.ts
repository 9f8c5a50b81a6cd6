import { constants } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { AssetRequest, FileAsset } from '../../model/asset.ts'
import type { AssetProblem } from '../../model/problems/asset.ts'
import { knownVideos, sniff } from './type.ts'

type Kind = Exclude<AssetRequest['kind'], 'image' | 'logo'>

const textLimitBytes = 20 * 1024 * 1024
const videoTypes: Readonly<Record<string, string>> = {
  MP4: 'video/mp4',
  QuickTime: 'video/mp4',
  WebM: 'video/webm',
  Ogg: 'video/ogg',
}
const textTypes = { captions: 'text/vtt', geojson: 'application/geo+json' } as const

/**
 * Makes an asset of a file that stays a file: a video, its captions, the shapes of a map. A video is as large as it is:
 * only its first bytes are read.
 *
 * Errors: those of the file system.
 */
export async function readSidecar(
  kind: Kind,
  real: string,
  path: string,
  file: string,
): Promise<{ asset: FileAsset | null; problem: AssetProblem | null }> {
  const stats = await stat(real)
  if (!stats.isFile()) return { asset: null, problem: { code: 'asset-not-regular', path, file } }
  const asset = { kind: 'file', file: real, name: basename(real), sizeBytes: stats.size } as const
  if (kind !== 'video') {
    const sizes = { sizeBytes: stats.size, limitBytes: textLimitBytes }
    if (stats.size > textLimitBytes) return { asset: null, problem: { code: 'asset-too-large', path, file, ...sizes } }
    return { asset: { ...asset, mime: textTypes[kind] }, problem: null }
  }
  const type = sniff(await firstBytes(real))
  const seen =
    'mime' in type
      ? type.mime
          .replace(/^image\//, '')
          .replace('+xml', '')
          .toUpperCase()
      : type.seen
  const mime = videoTypes[seen ?? '']
  if (mime) return { asset: { ...asset, mime }, problem: null }
  return { asset: null, problem: { code: 'video-type-unknown', file, seen, known: knownVideos } }
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
