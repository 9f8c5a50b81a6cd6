import type { AssetRequest } from '../asset.ts'

/** Mistakes with pictures, logos, videos, themes: with files that a deck names. `path` is as written, `file` as found. */
export type AssetProblem = PathProblem | PictureProblem | ThemeProblem

/** What a path can be at fault with. `nearest` is an existing file of a similar name, as one would write it. */
type PathProblem =
  | { code: 'image-file-missing'; path: string; nearest: string | null }
  | { code: 'logo-file-missing'; path: string; nearest: string | null }
  | { code: 'video-file-missing'; path: string; nearest: string | null }
  | { code: 'captions-file-missing'; path: string; nearest: string | null }
  | { code: 'geojson-file-missing'; path: string; nearest: string | null }
  | { code: 'asset-outside-project'; path: string; kind: AssetRequest['kind'] }
  | { code: 'asset-address-remote'; path: string; kind: AssetRequest['kind'] }
  | { code: 'asset-address-unsafe'; path: string; scheme: string }
  | { code: 'asset-not-regular'; path: string; file: string }
  | { code: 'asset-unreadable'; path: string; file: string; reason: string }
  | { code: 'asset-too-large'; path: string; file: string; sizeBytes: number; limitBytes: number }

/** What a picture can be at fault with. `seen` is what the bytes are instead, where that can be told. */
type PictureProblem =
  | { code: 'image-type-unknown'; file: string; seen: string | null; known: readonly string[] }
  | { code: 'video-type-unknown'; file: string; seen: string | null; known: readonly string[] }
  | { code: 'image-broken'; file: string }
  | { code: 'image-library-missing'; file: string }
  | { code: 'image-dimensions-too-large'; file: string; width: number; height: number; limitMegapixels: number }
  | { code: 'image-svg-unsafe'; file: string; reason: 'entities' | 'copies' }
  | { code: 'image-svg-cleaned'; file: string; removed: readonly string[] }

/** What a theme can be at fault with. The place is in the theme's own file wherever that was read. */
type ThemeProblem =
  | { code: 'theme-unknown'; name: string; nearest: string | null; known: readonly string[] }
  | { code: 'theme-unreadable'; file: string; reason: string }
  | { code: 'theme-not-object' }
  /** `field` is the name of the thing in the theme, such as `colors.ink`; an empty one is the whole file. */
  | { code: 'theme-value-wrong'; field: string; expected: ThemeExpected; detail: string }
  | { code: 'theme-field-unknown'; field: string; nearest: string | null; known: readonly string[] }
  | { code: 'theme-field-missing'; field: string; inside: string }
  | { code: 'theme-name-unknown'; kind: ThemeName; name: string; nearest: string | null; known: readonly string[] }
  | { code: 'theme-extends-circle'; name: string }
  | { code: 'theme-font-missing'; font: string }
  | { code: 'theme-picture-missing'; path: string; known: readonly string[] }
  | { code: 'theme-address-remote'; address: string }
  | { code: 'theme-template-wrong'; template: string; reason: string }

/** What a value of a theme should have been. `least`, `more`, `most` are bounds, told by `detail`; `choice` are words. */
export type ThemeExpected =
  | 'color'
  | 'name'
  | 'path'
  | 'drawing'
  | 'number'
  | 'count'
  | 'text'
  | 'flag'
  | 'list'
  | 'object'
  | 'choice'
  | 'least'
  | 'more'
  | 'most'
  | 'filled'

/** What one part of a theme names in another. */
export type ThemeName = 'style' | 'color' | 'region' | 'face'
