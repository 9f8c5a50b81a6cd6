import type { FieldWords, MapFields } from '../../schema-words.ts'

const latitude = 'Latitude'
const longitude = 'Longitude'
const zoom: FieldWords = ['Zoom', 'Zoom level: 1 shows the world, 18 a house.']

/** The fields of a map in English. */
export const mapFields: MapFields = {
  viewPoint: {
    lat: [latitude, 'Latitude.'],
    lng: [longitude, 'Longitude.'],
    zoom,
    bbox: ['Bounding box', 'West, south, east, north.'],
  },
  markerObject: {
    place: ['Place', 'Name of the place.', 'Astana'],
    lat: [latitude, 'Latitude, if there is no name.'],
    lng: [longitude, 'Longitude, if there is no name.'],
    label: ['Label', 'Label beside the mark.', 'Final'],
    kind: ['Shape', 'Shape of the mark.'],
    value: ['Value', 'Value shown with the label.'],
  },
  regionObject: {
    value: ['Value', 'A number, or the name of a category.'],
    label: ['Label', 'Label of the region.', '12 projects'],
    color: ['Colour', 'Colour of the region.'],
  },
  scale: {
    type: ['Kind of scale', 'How values are mapped to colours.'],
    steps: ['Boundaries', 'Boundaries between the classes.'],
    colors: ['Colours', 'Colours of the classes.'],
    labels: ['Names', 'Names of the classes.', ['few', 'some', 'many']],
  },
  mapObject: {
    base: ['Outlines', 'What is drawn: the country, a region, the world or nothing; auto decides by the content.'],
    view: [
      'Visible area',
      'The visible area: the name of a place, a point, or a bounding box. Nothing outside it is drawn.',
      'Almaty Region',
    ],
    zoom,
    place: ['Place', 'Name of the place, if there is only one.', 'Astana'],
    lat: [latitude, 'Latitude of the only place.'],
    lng: [longitude, 'Longitude of the only place.'],
    label: ['Label', 'Label beside the only mark.', 'Final'],
    kind: ['Shape', 'Shape of the only mark.'],
    markers: ['Marks', 'Marked places.', ['Astana', { place: 'Almaty', label: 'Final' }]],
    regions: [
      'Regions',
      'Regions to highlight (a list), or values by region.',
      { 'Abai Region': 12, 'Ulytau Region': 7 },
    ],
    scale: ['Scale', 'How values are mapped to colours.', { type: 'steps', steps: [10, 50] }],
    unit: ['Unit', 'Unit of the values.', 'projects'],
    labels: ['Labels', 'What the labels of regions show.'],
    legend: ['Legend', 'Whether to show a legend.'],
    caption: ['Caption', 'Caption of the map.', 'Projects by region'],
    source: ['Source', 'Source of the data.', 'Annual report, 2025'],
    alt: [
      'Text alternative',
      'Text alternative for people who cannot see the map. Generated from the content if absent.',
      'The north has the most projects',
    ],
    geojson: ['GeoJSON', 'A GeoJSON file of the project, or inline GeoJSON.'],
    image: ['Picture', 'A picture to show instead of a drawn map.'],
    link: ['Online map', 'Address of an online map.'],
    qr: ['QR code', 'Whether to show a QR code of that address.'],
    online: [
      'Online map',
      'What to show beside the map: nothing, or a link to the online map. tiles means link: decks work offline, and map services forbid storing their tiles.',
    ],
  },
}
