import { asset } from './kk/asset.ts'
import { cli } from './kk/cli.ts'
import { layout } from './kk/layout.ts'
import { machine } from './kk/machine.ts'
import { map } from './kk/map.ts'
import { parse } from './kk/parse.ts'
import { usage } from './kk/usage.ts'
import { validate } from './kk/validate.ts'
import { video } from './kk/video.ts'
import type { Messages } from './messages.ts'

/** Kazakh, one file a stage. */
export const kk: Messages = {
  lang: 'kk',
  sentences: { ...parse, ...validate, ...asset, ...layout, ...map, ...video, ...machine, ...usage },
  cli,
}
