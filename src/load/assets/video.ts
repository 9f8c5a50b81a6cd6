import { basename, extname } from 'node:path'
import type { IFormat } from 'music-metadata'
import type { FileAsset } from '../../model/asset.ts'
import type { Files, OpenFile } from '../../model/files.ts'
import type { AssetProblem } from '../../model/problems/asset.ts'
import type { VideoProblem } from '../../model/problems/video.ts'
import { detectFileType, knownVideos } from './file-type.ts'

/** What became of a video file; one that few browsers play is an asset and a problem. */
export interface VideoResult {
  asset: FileAsset | null
  problem: AssetProblem | VideoProblem | null
}

/** The kinds of files that are taken, and what they are called beside the page. */
const containers: Readonly<Record<string, { mime: string; ending: string }>> = {
  MP4: { mime: 'video/mp4', ending: '.mp4' },
  QuickTime: { mime: 'video/mp4', ending: '.mp4' },
  WebM: { mime: 'video/webm', ending: '.webm' },
  Ogg: { mime: 'video/ogg', ending: '.ogv' },
}

/** What browsers of the last years play, by the names that mp4, webm and ogv have for it. */
const playable = /^(?:avc[13]|vp0?[89]|av0?1|mp4a|opus|vorbis|flac|\.?mp3|mpeg|aac|text|tx3g|s_text|und)/i

const names: readonly [RegExp, string][] = [
  [/^(?:hvc1|hev1|dvh[1e])/i, 'H.265'],
  [/^v_mpegh/i, 'H.265'],
  [/^theora/i, 'Theora'],
  [/^mp4v/i, 'MPEG-4 Part 2'],
  [/^(?:ap[ch][nhsox]|ap4h)/i, 'ProRes'],
  [/^(?:ac-3|ac3)/i, 'AC-3'],
  [/^(?:ec-3|eac3)/i, 'E-AC-3'],
  [/^dts/i, 'DTS'],
]

const sounds = /^(?:ac-?3|ec-?3|eac3|dts|alac|samr|sowt|twos|lpcm|pcm)/i

/** A larger file is slow to copy, to send and to open. */
const largeBytes = 50_000_000

/**
 * Makes an asset of a video, which stays a file of its own, as large as it is: only its index is read.
 *
 * Errors: those of the file system.
 */
export async function readVideo(real: string, path: string, file: string, files: Files): Promise<VideoResult> {
  const stats = await files.stat(real)
  if (stats && stats.kind !== 'file') return { asset: null, problem: { code: 'asset-not-regular', path, file } }
  const opened = await files.open(real)
  try {
    return await readOpenVideo(opened, real, file)
  } finally {
    await opened.close()
  }
}

async function readOpenVideo(opened: OpenFile, real: string, file: string): Promise<VideoResult> {
  const { sizeBytes } = opened.stats
  const seen = fileTypeName(await opened.read(0, 4096))
  const container = containers[seen ?? '']
  if (!container) return { asset: null, problem: { code: 'video-type-unknown', file, seen, known: knownVideos } }
  const { mime, ending } = container
  const format = await formatOf(opened, mime)
  if (!format?.hasVideo) return { asset: null, problem: { code: 'video-broken', file } }
  const name = basename(real, extname(real)) + ending
  const asset: FileAsset = { kind: 'file', file: real, name, mime, sizeBytes, lengthS: format.duration ?? null }
  if (sizeBytes > largeBytes)
    return { asset, problem: unplayableCodec(format, file) ?? { code: 'video-large', file, sizeBytes } }
  return { asset, problem: unplayableCodec(format, file) }
}

/** The name of a file's kind: `MP4`, `PNG`, `text`. */
function fileTypeName(bytes: Uint8Array): string | null {
  const type = detectFileType(bytes)
  return 'seen' in type ? type.seen : type.mime.replace(/^image\/|\+xml$/g, '').toUpperCase()
}

/** Reads the format from the index of a video. Returns null if the index is missing or cannot be read. */
async function formatOf(file: OpenFile, mimeType: string): Promise<IFormat | null> {
  const [{ parseFromTokenizer }, { fromBlob }] = await Promise.all([import('music-metadata'), import('strtok3/core')])
  const tokenizer = fromBlob(blobOf(file, mimeType))
  try {
    // The index of a webm may follow gigabytes of frames: `mkvUseIndex` seeks to it.
    const { format } = await parseFromTokenizer(tokenizer, { duration: false, skipCovers: true, mkvUseIndex: true })
    return format
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error
    return null
  }
}

/** The part of `Blob` that the parser uses, read from the file as needed. */
function blobOf({ stats, read }: OpenFile, type: string): Blob {
  const slice = (start: number, end: number) => ({
    arrayBuffer: async () => new Uint8Array(await read(start, end - start)).buffer,
  })
  return { size: stats.sizeBytes, type, slice } as unknown as Blob
}

function unplayableCodec({ trackInfo, codec }: IFormat, file: string): VideoProblem | null {
  const codecs = [...trackInfo.map(({ codecName }) => codecName ?? ''), codec ?? '']
    .flatMap((name) => name.replace(/[<>]/g, '').split('+'))
    .filter((name) => name !== '' && !playable.test(name.replace(/^[VA]_/, '')))
  const [first] = codecs.sort((a, b) => Number(sounds.test(a)) - Number(sounds.test(b)))
  if (first === undefined) return null
  const part = sounds.test(first) ? 'sound' : 'picture'
  const called = names.find(([pattern]) => pattern.test(first))?.[1] ?? first
  return { code: 'video-codec-unplayable', file, part, codec: called, command: conversionCommand(file) }
}

/** Makes H.264 and AAC of any video, which every browser plays, with its index at the beginning. */
function conversionCommand(file: string): string {
  const quoted = (path: string) => (/^[\w./-]+$/.test(path) ? path : `"${path.replace(/["\\$`]/g, '\\$&')}"`)
  const converted = `${file.slice(0, file.length - extname(file).length)}-h264.mp4`
  const encode = '-c:v libx264 -pix_fmt yuv420p -c:a aac -movflags +faststart'
  return `ffmpeg -i ${quoted(file)} ${encode} ${quoted(converted)}`
}
