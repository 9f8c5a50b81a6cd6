import type { AssetRequest } from '../asset.ts'

/** Problems with the files that a deck refers to. `path` is as written, `file` the path inside the project. */
export type AssetProblem = PathProblem | PictureProblem | ThemeProblem

/** Problems with paths. `nearest` is the path of an existing file with a similar name, as a deck would write it. */
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

/** Problems with pictures. `seen` is the actual type of the file, if it is known. */
type PictureProblem =
  | { code: 'image-type-unknown'; file: string; seen: string | null; known: readonly string[] }
  | { code: 'video-type-unknown'; file: string; seen: string | null; known: readonly string[] }
  | { code: 'image-broken'; file: string }
  | { code: 'image-library-missing'; file: string }
  | { code: 'image-dimensions-too-large'; file: string; width: number; height: number; limitMegapixels: number }
  | { code: 'image-svg-unsafe'; file: string; reason: 'entities' | 'copies' }
  /** `foreignobject` in `removed` held labels, as draw.io writes them. */
  | { code: 'image-svg-cleaned'; file: string; removed: readonly string[] }

/** Problems with themes. The range refers to the theme's own file if that could be read. */
type ThemeProblem =
  | { code: 'theme-unknown'; name: string; nearest: string | null; known: readonly string[] }
  | { code: 'theme-unreadable'; file: string; reason: string }
  | { code: 'theme-not-object' }
  /** `field` is a path such as `colors.ink`; empty for the whole file. */
  | { code: 'theme-value-wrong'; field: string; expected: ThemeExpected; detail: string }
  | { code: 'theme-field-unknown'; field: string; nearest: string | null; known: readonly string[] }
  | { code: 'theme-field-missing'; field: string; inside: string }
  | { code: 'theme-name-unknown'; kind: ThemeName; name: string; nearest: string | null; known: readonly string[] }
  | { code: 'theme-extends-circle'; name: string }
  | { code: 'theme-font-missing'; font: string }
  | { code: 'theme-font-wrong'; font: string; reason: 'empty' | 'not-font' | 'too-large'; limitMegabytes: number }
  | { code: 'theme-picture-missing'; path: string; known: readonly string[] }
  | { code: 'theme-address-remote'; address: string }
  | { code: 'theme-template-wrong'; template: string; reason: string }
  | { code: 'theme-template-online'; template: string; tag: string }
  | { code: 'theme-template-circle'; template: string }
  /** The template includes one of a name that neither the theme nor Korme has. */
  | { code: 'theme-template-unknown'; template: string; name: string; nearest: string | null }
  | { code: 'theme-template-deep'; template: string; limit: number }

/** What a theme expects of a value. `detail` has the bound of `least`, `more` and `most`, and the words of `choice`. */
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

/** What a part of a theme can refer to by name. */
export type ThemeName = 'style' | 'color' | 'region' | 'face'
