import type { ImageAsset } from '../../model/asset.ts'
import { tagAt } from './raster.ts'
import { utf16Encoding } from './utf16.ts'

/** The image formats that a page can show, as messages name them. */
export const knownImages = ['PNG', 'JPEG', 'GIF', 'WebP', 'AVIF', 'SVG'] as const

/** The video formats that all recent browsers play. */
export const knownVideos = ['MP4', 'WebM', 'Ogg'] as const

/** First bytes of other formats that people mistake for images. */
const otherFormats: readonly [string, string][] = [
  ['%PDF', 'PDF'],
  ['II*\0', 'TIFF'],
  ['MM\0*', 'TIFF'],
  ['BM', 'BMP'],
  ['8BPS', 'Photoshop'],
  ['%!PS', 'EPS'],
  ['PK\u0003\u0004', 'ZIP'],
  ['\u00d0\u00cf\u0011\u00e0', 'Microsoft Office'],
  ['\u001aE\u00df\u00a3', 'WebM'],
  ['OggS', 'Ogg'],
  ['0&\u00b2u\u008ef\u00cf\u0011', 'WMV'],
  ['FLV\u0001', 'FLV'],
  ['\u0000\u0000\u0001\u00ba', 'MPEG'],
  ['\u0000\u0000\u0001\u00b3', 'MPEG'],
  ['.RMF', 'RealMedia'],
  ['ID3', 'MP3'],
  ['fLaC', 'FLAC'],
  ['#!AMR', 'AMR'],
  ['MThd', 'MIDI'],
  ['\u00ff\u000a', 'JPEG XL'],
]

/**
 * Detects the format of a file from its first bytes, whatever its name says.
 * `seen` is the name of another format, `text` or `empty`; null if the format is unknown.
 */
export function detectFileType(bytes: Uint8Array): { mime: ImageAsset['mime'] } | { seen: string | null } {
  if (bytes.length === 0) return { seen: 'empty' }
  const start = String.fromCharCode(...bytes.subarray(0, 16))
  if (start.startsWith('\u0089PNG\r\n\u001a\n')) return { mime: 'image/png' }
  if (start.startsWith('\u00ff\u00d8\u00ff')) return { mime: 'image/jpeg' }
  if (/^GIF8[79]a/.test(start)) return { mime: 'image/gif' }
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return { mime: 'image/webp' }
  if (start.startsWith('ftyp', 4)) return sniffIso(bytes)
  const other = otherFormats.find(([begin]) => start.startsWith(begin))?.[1] ?? sniffMedia(bytes, start)
  return other === null ? sniffText(bytes) : { seen: other === 'WebM' && isMatroska(bytes) ? 'MKV' : other }
}

/** Formats of films and sounds that say what they are behind the first bytes, or in single bits. */
function sniffMedia(bytes: Uint8Array, start: string): string | null {
  if (/^RIFF[\s\S]{4}AVI /.test(start)) return 'AVI'
  if (/^RIFF[\s\S]{4}WAVE/.test(start)) return 'WAV'
  if (/^FORM[\s\S]{4}AIF[FC]/.test(start)) return 'AIFF'
  // A frame of MPEG sound, and packets of a transport stream, whose length is fixed.
  if (/^\u00ff[\u00f1\u00f9]/.test(start)) return 'AAC'
  if (/^\u00ff[\u00e2-\u00ff][\u0010-\u00ef]/.test(start)) return 'MP3'
  return bytes[0] === 0x47 && bytes[188] === 0x47 && bytes[376] === 0x47 ? 'MPEG-TS' : null
}

/** The name of its kind stands near the start of the file; a WebM is the only kind of these that browsers play. */
const isMatroska = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(0, 128)).includes('matroska')

/** Formats of the MP4 family name themselves in a brand of four letters, or in the first compatible brand. */
function sniffIso(bytes: Uint8Array): { mime: 'image/avif' } | { seen: string } {
  const brand = tagAt(bytes, 8)
  if (brand === 'avif' || brand === 'avis') return { mime: 'image/avif' }
  if (brand === 'mif1' && tagAt(bytes, 16) === 'avif') return { mime: 'image/avif' }
  if (/^(?:hei|hev|mif|msf)/.test(brand)) return { seen: 'HEIC' }
  return { seen: brand === 'qt  ' ? 'QuickTime' : 'MP4' }
}

function sniffText(bytes: Uint8Array): { mime: 'image/svg+xml' } | { seen: string | null } {
  const text = firstText(bytes.subarray(0, 4096))
  if (text === null) return { seen: null }
  const body = text.slice(prologEnd(text))
  if (/^<(?:[\w.-]+:)?svg[\s>/]/i.test(body) || /^<!(?:DOCTYPE\s+svg|--)/i.test(body)) return { mime: 'image/svg+xml' }
  return { seen: /^<(?:!doctype\s+html|html|head|body)/i.test(body) ? 'HTML' : 'text' }
}

/** Declarations and comments, which may stand before the first element. */
const prolog = [/<\?[\s\S]*?\?>/y, /<!--[\s\S]*?-->/y, /<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/iy, /\s+/y]

function prologEnd(text: string): number {
  let end = 0
  const startsAt = (pattern: RegExp) => {
    pattern.lastIndex = end
    return pattern.test(text)
  }
  for (let part = prolog.find(startsAt); part; part = prolog.find(startsAt)) end = part.lastIndex
  return end
}

/** Decodes the beginning of a file. Returns null if it has control characters, which no text has. */
function firstText(bytes: Uint8Array): string | null {
  const text = new TextDecoder(utf16Encoding(bytes) ?? 'utf-8').decode(bytes)
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? null : text
}
