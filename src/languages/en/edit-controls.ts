import type { ControlWords } from '../../model/wire/control-words.ts'

/** The words of the editor's controls in English. */
export const controls: ControlWords = {
  people: {
    person: 'Person {x}',
    add: 'Add a person',
    asCards: 'Make a card for each person',
    paste: 'Rows copied from Excel or Word can be pasted here: name, position, remark.',
  },
  programme: {
    row: 'Row {x}',
    time: 'Time',
    title: 'What',
    who: 'Speaker or place',
    add: 'Add a row',
    paste: 'Rows copied from Excel or Word can be pasted here: time, what, speaker.',
    notTime: 'This is not a time of day. Write 09:00 or 09:00–09:30.',
    backwards: 'This ends before it begins. Check both times.',
    unsorted: 'The rows are not in the order of their times.',
    sort: 'Sort by time',
  },
  chart: { highlight: 'Set off', colors: 'Colours of the deck' },
  video: {
    choose: 'Choose a video…',
    drop: 'or drop one here',
    here: 'Drop a video here',
    sending: 'Adding the video… {x} %',
    address: 'Address or file of the video',
    remove: 'Remove the video',
    preview: 'The video',
    startHere: 'Start here',
    endHere: 'End here',
    posterHere: 'Use this frame as the poster',
    poster: 'Poster',
  },
  map: {
    find: 'Find a place',
    hint: 'Coordinates and addresses copied from an online map can be entered, too.',
    none: 'No place called “{x}” is known here.',
    near: 'Similar names:',
    places: 'Places',
    place: 'Place {x}',
    remove: 'Remove the place',
    pin: 'Pin: {x}. Drag it, or move it with the arrow keys.',
    at: 'Latitude {x}, longitude {y}',
  },
  themes: { show: 'Show the slide in each theme', own: 'Automatic' },
}
