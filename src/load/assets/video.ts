import { basename, extname } from 'node:path'
import type { IFormat } from 'music-metadata'
import type { FileAsset } from '../../model/asset.ts'
import type { Files, OpenFile } from '../../model/files.ts'
import type { AssetProblem } from '../../model/problems/asset.ts'
import type { VideoProblem } from '../../model/problems/video.ts'
import { detectFileType, knownVideos } from './file-type.ts'
import { tagAt } from './raster.ts'

/** The asset of a video file, or a problem; a video that few browsers play has both. */
export interface VideoResult {
  asset: FileAsset | null
  problem: AssetProblem | VideoProblem | null
}

/** The supported formats, and the extensions of their sidecar files. */
const containers: Readonly<Record<string, { mime: string; ending: string }>> = {
  MP4: { mime: 'video/mp4', ending: '.mp4' },
  QuickTime: { mime: 'video/mp4', ending: '.mp4' },
  WebM: { mime: 'video/webm', ending: '.webm' },
  Ogg: { mime: 'video/ogg', ending: '.ogv' },
}

/** Codecs that recent browsers play, by their names in mp4, webm and ogv. */
const playable = /^(?:avc[13]|vp0?[89]|av0?1|mp4a|opus|vorbis|flac|\.?mp3|mpeg|aac|text|tx3g|s_text|und)/i

/** Codecs that browsers do not play, and what they are called. */
const codecNames: readonly [RegExp, string][] = [
  [/^(?:hvc1|hev1|dvh[1e])/i, 'H.265'],
  [/^v_mpegh/i, 'H.265'],
  [/^theora/i, 'Theora'],
  [/^mp4v/i, 'MPEG-4 Part 2'],
  [/^(?:ap[ch][nhsox]|ap4h)/i, 'ProRes'],
  [/^(?:ac-3|ac3)/i, 'AC-3'],
  [/^(?:ec-3|eac3)/i, 'E-AC-3'],
  [/^dts/i, 'DTS'],
]

const audioCodecs = /^(?:ac-?3|ec-?3|eac3|dts|alac|samr|sowt|twos|lpcm|pcm)/i

/** Larger files are slow to copy, to send and to open. */
const largeBytes = 50_000_000

/**
 * Makes an asset from a video, which stays a separate file. Only its index is read.
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
  const start = await opened.read(0, 4096)
  const seen = fileTypeName(start)
  const container = containers[seen ?? '']
  if (!container) return { asset: null, problem: unplayableFormat(seen, file) }
  const { mime, ending } = container
  const format = await formatOf(opened, mime)
  const hasSound = format?.hasAudio && (format.trackInfo.length > 0 || format.codec)
  if (!format?.hasVideo && hasSound)
    return { asset: null, problem: soundOnly(tagAt(start, 8) === 'M4A ' ? 'M4A' : seen!, file) }
  if (!format?.hasVideo) return { asset: null, problem: { code: 'video-broken', file } }
  const name = basename(real, extname(real)) + ending
  const asset: FileAsset = { kind: 'file', file: real, name, mime, sizeBytes, lengthS: format.duration ?? null }
  const codec = newCodec(format, ending)
  if (codec) asset.newCodec = { codec, command: conversionCommand(file) }
  if (sizeBytes > largeBytes)
    return { asset, problem: unplayableCodec(format, file) ?? { code: 'video-large', file, sizeBytes } }
  return { asset, problem: unplayableCodec(format, file) }
}

/** Returns the name of a file's format: `MP4`, `PNG`, `text`. */
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

/** Formats of films that browsers do not play, and formats of sounds. */
const films: ReadonlySet<string> = new Set(['AVI', 'WMV', 'MKV', 'FLV', 'MPEG', 'MPEG-TS', 'RealMedia'])
const sounds: ReadonlySet<string> = new Set(['MP3', 'WAV', 'AIFF', 'AAC', 'FLAC', 'AMR', 'MIDI'])

/** Says what a file that no browser plays is, and what to do. */
function unplayableFormat(seen: string | null, file: string): AssetProblem | VideoProblem {
  if (seen === 'WMV' && /\.wma$/i.test(file)) return soundOnly('WMA', file)
  if (seen !== null && sounds.has(seen)) return soundOnly(seen, file)
  if (seen === null || !films.has(seen)) return { code: 'video-type-unknown', file, seen, known: knownVideos }
  return { code: 'video-format-unplayable', file, format: seen, command: conversionCommand(file) }
}

/** The command makes a video with a picture, which is shown while the sound plays. */
function soundOnly(format: string, file: string): VideoProblem {
  const encode = '-c:v libx264 -tune stillimage -pix_fmt yuv420p -c:a aac -shortest -movflags +faststart'
  const command = `ffmpeg -loop 1 -framerate 2 -i picture.jpg -i ${quoted(file)} ${encode} ${quoted(`${withoutEnding(file)}.mp4`)}`
  return { code: 'video-sound-only', file, format, command }
}

function unplayableCodec({ trackInfo, codec }: IFormat, file: string): VideoProblem | null {
  const codecs = [...trackInfo.map(({ codecName }) => codecName ?? ''), codec ?? '']
    .flatMap((name) => name.replace(/[<>]/g, '').split('+'))
    .filter((name) => name !== '' && !playable.test(name.replace(/^[VA]_/, '')))
  const [first] = codecs.sort((a, b) => Number(audioCodecs.test(a)) - Number(audioCodecs.test(b)))
  if (first === undefined) return null
  const part = audioCodecs.test(first) ? 'sound' : 'picture'
  const called = codecNames.find(([pattern]) => pattern.test(first))?.[1] ?? first
  return { code: 'video-codec-unplayable', file, part, codec: called, command: conversionCommand(file) }
}

/**
 * Returns what Safari 15.4, or that of iPhones of its age, lacks for a video that other browsers play: it has H.264 only, and
 * VP9 in WebM on a Mac.
 *
 * Source: https://developer.mozilla.org/docs/Web/Media/Guides/Formats/Video_codecs
 */
function newCodec({ trackInfo, codec }: IFormat, ending: string): 'AV1' | 'Ogg' | 'VP9' | 'WebM' | null {
  const codecs = [...trackInfo.map(({ codecName }) => codecName ?? ''), codec ?? ''].join(' ')
  if (/av0?1/i.test(codecs)) return 'AV1'
  if (ending === '.ogv') return 'Ogg'
  if (ending === '.webm') return 'WebM'
  return /vp0?9/i.test(codecs) ? 'VP9' : null
}

/** Returns the command that converts a video to H.264 and AAC, which all browsers play, with its index at the start. */
function conversionCommand(file: string): string {
  const converted = `${withoutEnding(file)}-h264.mp4`
  const encode = '-c:v libx264 -pix_fmt yuv420p -c:a aac -movflags +faststart'
  return `ffmpeg -i ${quoted(file)} ${encode} ${quoted(converted)}`
}

const withoutEnding = (file: string): string => file.slice(0, file.length - extname(file).length)

/** A path as a shell needs it. */
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `"${path.replace(/["\\$`]/g, '\\$&')}"`)
