import type { PresentWords } from '../../model/wire/talk-words.ts'

/** What the pages of a talk say in English. */
export const present: PresentWords = {
  lost: 'The connection is lost. It comes back by itself.',
  anew: 'This talk was started again, under new addresses. Scan its code, or open its address, once more.',
  share: {
    title: 'Audience and remote control',
    audience: 'Audience',
    audienceAbout: 'Whoever scans this follows your slides. Notes are never sent.',
    followers: 'Following: {x}',
    hall: 'Show this code to the hall',
    remote: 'Remote control',
    remoteAbout: 'For your own phone only. Scan this and type the PIN there.',
    show: 'Show for my phone',
    remotes: 'Connected: {x}',
    pin: 'PIN',
    pinClosed: 'Too many wrong numbers were typed, so no more are taken. Ask for a new PIN.',
    renew: 'New PIN',
    local: 'Only this machine can open these addresses. To let phones in, start it so: {x}',
  },
  invitation: 'Follow on your phone',
  back: 'Return to the speaker',
  remote: {
    title: 'Remote control',
    ask: 'Type the PIN',
    where: 'It stands on the speaker’s screen, under “Audience and remote control”.',
    connect: 'Connect',
    wrong: 'This PIN is wrong.',
    wait: 'The next try is taken in {x} s.',
    closed: 'No more tries are taken here. Ask for a new PIN on the speaker’s screen and open this address again.',
    point: 'Slide a finger over the picture to point',
    notes: 'Notes',
    next: 'Next',
  },
}
