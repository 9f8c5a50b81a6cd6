import type { CliMessages } from '../cli-messages.ts'

/** The texts of `korme relay`, and of `korme present` about it, in English. */
export const relay: CliMessages['relay'] = {
  shared: (command) => `Other machines can serve followers, too. On each of them, with the same deck: ${command}`,
  unnamed: (flag) =>
    `The audience’s code leads to this computer. To let it lead to those machines, start again with their address: ${flag}`,
  waiting: (command) => `The talk has not begun yet. Waiting for: ${command}`,
  title: ({ deck, slides }) => `Serving followers of ${deck}, ${slides}`,
  open: 'Whoever can reach this address can watch, without a code. Notes never leave this machine.',
  closed: 'Only this machine can connect, such as a balancer on it. To let other machines connect, add --host.',
  watchOnly: 'Followers watch a second late; they can neither vote nor ask.',
  hint: 'It ends with the talk. Press Ctrl-C to stop it sooner.',
  differs: (deck) =>
    `${deck} is not the same here as on the speaker’s machine, so followers may see other slides. Copy the speaker’s deck and pictures here, and use the same version of Korme.`,
  same: (deck) => `${deck} is the same as on the speaker’s machine again.`,
  outage: (server) => `${server} does not answer. Followers keep their slide until it does …`,
  out: 'Redis does not answer. The talk goes on here; followers on other machines catch up when it answers.',
  back: 'It answers again.',
  over: 'The talk is over.',
  replaced: 'A new talk of this deck has begun. Followers go there.',
  stopped: 'Stopped.',
}
