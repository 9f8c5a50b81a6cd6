import { asset } from './en/asset.ts'
import { cli } from './en/cli.ts'
import { layout } from './en/layout.ts'
import { machine } from './en/machine.ts'
import { map } from './en/map.ts'
import { parse } from './en/parse.ts'
import { usage } from './en/usage.ts'
import { validate } from './en/validate.ts'
import { video } from './en/video.ts'
import type { Messages } from './messages.ts'

/** English, one file a stage. */
export const en: Messages = {
  lang: 'en',
  sentences: { ...parse, ...validate, ...asset, ...layout, ...map, ...video, ...machine, ...usage },
  cli,
}
