export const messages = {
  code: { copy: 'Copy the code', language: { bsl: '1C code', query: '1C query' } },
  diff: {
    added: 'Added: ',
    removed: 'Removed: ',
    more_one: 'Show {{count}} more line',
    more_other: 'Show {{count}} more lines',
  },
  figure: {
    tools: 'Tools of the diagram',
    zoom_in: 'Enlarge',
    zoom_out: 'Reduce',
    fit: 'Whole diagram',
    full: 'Full screen',
    leave_full: 'Leave full screen',
    download: 'Download as SVG',
    drawing: 'Drawing…',
    broken: 'This diagram could not be drawn',
    source: 'Text of the diagram',
  },
  markdown: { source: 'Source {{marker}}', diagram: 'Diagram', table: 'Table' },
} as const;
