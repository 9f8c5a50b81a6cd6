import type { Flags } from '../../model/flags.ts'
import type { ServerOptions } from '../../serve/options.ts'
import { givenFlags } from '../command.ts'

/** The options of a server that the flags of a call set. */
export const serverOptions = (flags: Flags): ServerOptions => ({
  ...givenFlags(flags, 'aspect', 'lang', 'port', 'root', 'script', 'theme'),
  network: flags.host === true,
})
