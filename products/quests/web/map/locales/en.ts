export const messages = {
  zoom_in: 'Zoom in',
  zoom_out: 'Zoom out',
  show_all: 'Show everything',
  show_me: 'Show where I am',
  place_here: 'Place in the middle of the map',
  cluster_one: '{{count}} point here, zoom in',
  cluster_other: '{{count}} points close together, zoom in',
  draggable: '{{label}}. Arrow keys move the pin, with Shift farther.',
  you: 'You are here',
  loading: 'The map is loading',
} as const;
