import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * The part of HarfBuzz that measuring needs, called directly in WebAssembly: the package's own JavaScript takes four
 * times as long to start and creates two objects per glyph.
 * Source: harfbuzzjs; https://harfbuzz.github.io/ documents the functions.
 */
interface HarfbuzzExports {
  memory: WebAssembly.Memory
  malloc(bytes: number): number
  free(at: number): void
  __wasm_call_ctors(): void
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number
  hb_blob_destroy(blob: number): void
  hb_face_create(blob: number, index: number): number
  hb_face_destroy(face: number): void
  hb_face_get_upem(face: number): number
  hb_font_create(face: number): number
  hb_font_destroy(font: number): void
  hb_font_get_glyph_h_advance(font: number, glyph: number): number
  hb_font_get_nominal_glyph(font: number, codePoint: number, glyph: number): number
  hb_buffer_create(): number
  hb_buffer_clear_contents(buffer: number): void
  hb_buffer_set_direction(buffer: number, direction: number): void
  hb_buffer_set_script(buffer: number, script: number): void
  hb_buffer_set_language(buffer: number, language: number): void
  hb_buffer_guess_segment_properties(buffer: number): void
  hb_buffer_add_utf16(buffer: number, text: number, length: number, from: number, count: number): void
  hb_buffer_get_length(buffer: number): number
  hb_buffer_get_glyph_infos(buffer: number, length: number): number
  hb_buffer_get_glyph_positions(buffer: number, length: number): number
  hb_script_from_string(name: number, length: number): number
  hb_language_from_string(name: number, length: number): number
  hb_shape(font: number, buffer: number, features: number, count: number): void
}

/** An open font file. Units: font units; `perEm` of them are one em. */
export interface OpenFont {
  pointer: number
  unitsPerEm: number
  /** A cache of the advances of single glyphs. */
  advances: Map<number, number>
}

/** The glyphs of the last shaped run. Shape: `stride` 32-bit words per glyph in both arrays. */
export interface Glyphs {
  count: number
  /** The glyph at 0, the offset of its character in the text at 2. */
  infos: Int32Array
  /** The advance at 0. */
  positions: Int32Array
}

/** The number of 32-bit words per glyph. */
export const glyphStride = 5

const memoryModeWritable = 2
const directionLtr = 4
/**
 * The features that `font-variant-ligatures: none` disables, as four words each. With them fonts draw `»` for `>>`
 * and an arrow for `->`, which is not what the author wrote. `rlig` and `ccmp` stay, because scripts are illegible
 * without them.
 */
const disabledFeatures = ['liga', 'clig', 'calt'].flatMap((name) => [tag(name), 0, 0, -1])

/** The feature of digits that are equally wide. */
const tabularFeature = [tag('tnum'), 1, 0, -1]

const allFeatures = [...disabledFeatures, ...tabularFeature]

/** The functions of HarfBuzz. */
export type Harfbuzz = ReturnType<typeof createHarfbuzz>

let instance: Harfbuzz | null = null

/** HarfBuzz, started once per process. Errors: throws if the package is incomplete. */
export function loadHarfbuzz(): Harfbuzz {
  if (instance) return instance
  const file = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz.wasm')
  const memory: { current: WebAssembly.Memory | null } = { current: null }
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), {
    wasi_snapshot_preview1: { proc_exit: () => undefined },
    env: {
      _emscripten_runtime_keepalive_clear: () => undefined,
      _setitimer_js: () => 0,
      _abort_js: () => {
        throw new Error('HarfBuzz has stopped')
      },
      emscripten_resize_heap: (bytes: number) => grow(memory.current!, bytes >>> 0),
    },
  }) as unknown as { exports: HarfbuzzExports }
  memory.current = exports.memory
  exports.__wasm_call_ctors()
  instance = createHarfbuzz(exports)
  return instance
}

function grow(memory: WebAssembly.Memory, bytes: number): number {
  const have = memory.buffer.byteLength
  memory.grow(Math.ceil((Math.max(bytes, have * 1.2) - have) / 65536))
  return 1
}

function tag(name: string): number {
  return (name.charCodeAt(0) << 24) | (name.charCodeAt(1) << 16) | (name.charCodeAt(2) << 8) | name.charCodeAt(3)
}

function createHarfbuzz(hb: HarfbuzzExports) {
  // One buffer for all calls, because memory of the module is not garbage-collected.
  const buffer = hb.hb_buffer_create()
  const features = hb.malloc(allFeatures.length * 4)
  const glyph = hb.malloc(4)
  new Int32Array(hb.memory.buffer, features, allFeatures.length).set(allFeatures)
  const names = new Map<string, number>()
  let text = { at: 0, capacity: 0, length: 0 }

  /** Looks up a script or a language by name, once. */
  const idOf = (name: string, from: (at: number, length: number) => number): number => {
    const known = names.get(name)
    if (known !== undefined) return known
    const at = hb.malloc(name.length)
    new Uint8Array(hb.memory.buffer).set(Buffer.from(name, 'latin1'), at)
    const found = from(at, name.length)
    hb.free(at)
    names.set(name, found)
    return found
  }

  // Each deck reads its fonts anew. The same file is opened once as long as somebody uses it, and freed when nobody does.
  const opened = new Map<number, { font: WeakRef<OpenFont>; at: number }[]>()
  const unused = new FinalizationRegistry<{ pointer: number; at: number; length: number }>(
    ({ pointer, at, length }) => {
      hb.hb_font_destroy(pointer)
      hb.free(at)
      opened.set(
        length,
        (opened.get(length) ?? []).filter((one) => one.at !== at),
      )
    },
  )

  return {
    open(ttf: Uint8Array): OpenFont {
      const alike = opened.get(ttf.length) ?? []
      for (const { font, at } of alike) {
        const known = font.deref()
        if (known && Buffer.from(hb.memory.buffer, at, ttf.length).equals(ttf)) return known
      }
      const at = hb.malloc(ttf.length)
      new Uint8Array(hb.memory.buffer).set(ttf, at)
      const blob = hb.hb_blob_create(at, ttf.length, memoryModeWritable, 0, 0)
      const face = hb.hb_face_create(blob, 0)
      const pointer = hb.hb_font_create(face)
      const font: OpenFont = { pointer, unitsPerEm: hb.hb_face_get_upem(face), advances: new Map() }
      // The font keeps both.
      hb.hb_face_destroy(face)
      hb.hb_blob_destroy(blob)
      opened.set(ttf.length, [...alike, { font: new WeakRef(font), at }])
      unused.register(font, { pointer, at, length: ttf.length })
      return font
    },

    /** Sets the text that the next runs are part of. */
    load(source: string): void {
      if (source.length > text.capacity) {
        if (text.at) hb.free(text.at)
        const capacity = Math.max(1024, source.length * 2)
        text = { at: hb.malloc(capacity * 2), capacity, length: 0 }
      }
      const units = new Uint16Array(hb.memory.buffer, text.at, source.length)
      for (let i = 0; i < units.length; i++) units[i] = source.charCodeAt(i)
      text.length = source.length
    },

    /**
     * Shapes a part of the text in the context of the rest. `script`: ISO 15924, or null to let HarfBuzz guess. `tabular`:
     * with digits that are equally wide.
     */
    shape(
      font: OpenFont,
      from: number,
      to: number,
      script: string | null,
      { lang, tabular }: { lang: string; tabular: boolean },
    ): Glyphs {
      hb.hb_buffer_clear_contents(buffer)
      hb.hb_buffer_add_utf16(buffer, text.at, text.length, from, to - from)
      if (script === null) hb.hb_buffer_guess_segment_properties(buffer)
      else {
        hb.hb_buffer_set_direction(buffer, directionLtr)
        hb.hb_buffer_set_script(buffer, idOf(script, hb.hb_script_from_string))
      }
      hb.hb_buffer_set_language(buffer, idOf(lang, hb.hb_language_from_string))
      hb.hb_shape(font.pointer, buffer, features, (tabular ? allFeatures : disabledFeatures).length / 4)
      const count = hb.hb_buffer_get_length(buffer)
      const words = count * glyphStride
      return {
        count,
        infos: new Int32Array(hb.memory.buffer, hb.hb_buffer_get_glyph_infos(buffer, 0), words),
        positions: new Int32Array(hb.memory.buffer, hb.hb_buffer_get_glyph_positions(buffer, 0), words),
      }
    },

    /** Whether the font has a glyph for a code point. */
    covers: (font: OpenFont, codePoint: number) => hb.hb_font_get_nominal_glyph(font.pointer, codePoint, glyph) !== 0,

    /** Returns the advance of a single character; 0 if the font lacks it. */
    advanceOfCodePoint(font: OpenFont, codePoint: number): number {
      if (hb.hb_font_get_nominal_glyph(font.pointer, codePoint, glyph) === 0) return 0
      return this.advances(font, new Int32Array(hb.memory.buffer, glyph, 1)[0]!)
    },

    /** Returns the advance of a single glyph. */
    advances(font: OpenFont, glyph: number): number {
      const known = font.advances.get(glyph)
      if (known !== undefined) return known
      const advance = hb.hb_font_get_glyph_h_advance(font.pointer, glyph)
      font.advances.set(glyph, advance)
      return advance
    },
  }
}
