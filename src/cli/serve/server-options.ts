import type { Flags } from '../../model/flags.ts'
import type { Lang } from '../../model/lang.ts'
import type { ServerOptions } from '../../serve/options.ts'
import { givenFlags } from '../command.ts'

/** The flags of a command that starts a server. */
type ServerFlags = Omit<Flags, 'lang'> & { lang?: Lang }

/** The options of a server that the flags of a call set. */
export const serverOptions = ({ lang, ...flags }: ServerFlags): ServerOptions => ({
  ...givenFlags(flags, 'aspect', 'port', 'root', 'script', 'theme'),
  ...(lang && { lang }),
  network: flags.host === true,
})
